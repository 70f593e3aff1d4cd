using System.Collections.Immutable;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;
using Admission = Bridge.Policy.Admission;

namespace Bridge.Host.Translation;

/// <summary>The register's answers in the policy's words: what a decision needs, and nothing else of the register.</summary>
public sealed class RegisterFacts(Func<ResidentDirectory> directory, TimeProvider time, TimeZoneInfo zone)
{
    // The same look-up as for a call: a unit is found at the desk by everything by which the door station finds it.
    private readonly HouseholdLookup households = new(directory);

    public ResidentDirectory Directory => directory();

    /// <summary>The site's date, by which the register answers.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

    public Admission.HouseholdFacts? Household(string unit, LobbyId lobby) => households.Find(unit, lobby);

    public string? UnitOf(HouseholdId household) => Directory.Household(household.Value)?.Unit;

    public ResidentFacts? Resident(string id)
    {
        if (Directory.Member(id) is not { } member || households.Facts(new HouseholdId(member.Household)) is not { } household)
        {
            return null;
        }

        var facts = Directory.Facts(member, Today);
        var standing = facts.Barred ? ResidentStanding.Barred : facts.LivesHere ? ResidentStanding.Active : ResidentStanding.MovedOut;
        return new ResidentFacts(new ResidentId(id), household, standing);
    }

    public bool HostLivesThere(HouseholdId household, string name) => Directory.HostLivesThere(household.Value, name, Today);

    /// <summary>What the desk gets to know of the comparison; the cause of a mismatch stays here.</summary>
    public NameFacts Compare(HouseholdId household, string name, string? phoneLast4)
    {
        var compared = phoneLast4 is null
            ? Directory.CompareName(household.Value, name, Today)
            : Directory.CompareName(household.Value, name, phoneLast4, Today);
        return compared switch
        {
            NameComparison.Match { NeedsSecondFact: true } => new NameFacts(NameAnswer.SecondFactNeeded, AppearanceOnFile: false),
            NameComparison.Match { MayAdmitHimself: true } match => new NameFacts(NameAnswer.Match, match.HasAppearance),
            NameComparison.SoundsAlike => new NameFacts(NameAnswer.SoundsAlike, AppearanceOnFile: false),
            _ => new NameFacts(NameAnswer.NoMatch, AppearanceOnFile: false),
        };
    }

    /// <summary>What the register says of how somebody looks; null unless his name alone says who of the household he is. For after his name was said and agrees.</summary>
    public string? AppearanceOf(HouseholdId household, string name) =>
        Directory.CompareName(household.Value, name, Today) is NameComparison.Match { Member: { } member } ? Directory.Member(member)?.Appearance : null;

    public LeaderFacts? Leader(string id) => Directory.Leader(id) is { } leader ? new LeaderFacts(new LeaderId(leader.Id), leader.ValidFrom, leader.ValidUntil) : null;

    /// <param name="reference">Stands for the number in the journal, which holds no printed numbers.</param>
    public BadgeFacts? Badge(string number, string reference) => Directory.Badge(number) is { } badge
        ? new BadgeFacts(new BadgeId(reference), StatusOf(badge.Status), badge.ValidUntil)
        : null;

    public PassFacts? Pass(string number, string reference) => Directory.Pass(number) is { } pass
        ? new PassFacts(
            new PassId(reference), StatusOf(pass.Status), pass.ValidFrom, pass.ValidUntil, [.. DaysOf(pass.Days)],
            new DayInterval(pass.HoursFrom?.ToTimeSpan() ?? TimeSpan.Zero, pass.HoursUntil?.ToTimeSpan() ?? TimeSpan.FromDays(1)),
            [.. pass.Lobbies.Select(lobby => new LobbyId(lobby))])
        {
            Household = pass.Household is { } household ? new HouseholdId(household) : null,
        }
        : null;

    private static DocumentStatus StatusOf(BadgeStatus status) => status switch
    {
        BadgeStatus.Active => DocumentStatus.Active,
        BadgeStatus.Suspended => DocumentStatus.Suspended,
        BadgeStatus.Lost => DocumentStatus.Lost,
        BadgeStatus.Withdrawn => DocumentStatus.Withdrawn,
    };

    private static DocumentStatus StatusOf(PassStatus status) => status switch
    {
        PassStatus.Valid => DocumentStatus.Active,
        PassStatus.Lost => DocumentStatus.Lost,
        PassStatus.Withdrawn => DocumentStatus.Withdrawn,
        PassStatus.Stopped => DocumentStatus.Suspended,
    };

    private static IEnumerable<DayOfWeek> DaysOf(PassDays days) =>
        Enum.GetValues<DayOfWeek>().Where(day => days.HasFlag(Enum.Parse<PassDays>(day.ToString())));
}
