namespace Bridge.Journal.Residents;

/// <summary>Look-ups in the register as it is at one moment. Nothing here reads a disk, and nothing changes: any thread may ask.</summary>
public sealed class ResidentDirectory
{
    private const int MostFound = 50;

    private readonly ResidentIndex index;

    internal ResidentDirectory(ResidentIndex index) => this.index = index;

    public int Households => index.Households.Count;

    public int Members => index.Members.Count;

    /// <summary>Whole lists, for the office that keeps them.</summary>
    public ResidentRows Rows => new(index);

    /// <summary>The id of the household in a unit; null when there is no such unit, or not under this lobby.</summary>
    /// <param name="unit">As somebody types it: width, case and spaces do not count.</param>
    /// <param name="lobby">Null for any.</param>
    public string? FindHousehold(string unit, string? lobby) =>
        index.FindUnit(unit) is { } id && (lobby is null || index.Households[id].Lobby == lobby) ? id : null;

    /// <summary>The id of the household that has a station of this number; null when there is none, or not under this lobby.</summary>
    public string? FindByStation(string number, string lobby) =>
        index.StationOwners.GetValueOrDefault(number) is { } id && index.Households[id].Lobby == lobby ? id : null;

    /// <summary>The numbers of a household's stations, in the order in which they are called.</summary>
    public IReadOnlyList<string> Stations(string household) => index.Stations.GetValueOrDefault(household, []);

    /// <summary>The household's row; null when there is none of this id.</summary>
    public Household? Household(string household) => index.Households.GetValueOrDefault(household);

    public HouseholdFacts? Facts(string household, DateOnly day)
    {
        if (Household(household) is not { } found)
        {
            return null;
        }

        var active = index.MembersOf(household).Where(member => member.LivesHere(day) && !member.Barred).ToList();
        return new HouseholdFacts(
            found.Id, found.Lobby, found.Route == ClearanceRoute.ControlRoom, Stations(household),
            active.Any(member => member.Appearance is not null), active.Count, found.ChildrenMayAnswer);
    }

    public MemberFacts Facts(Member member, DateOnly day) => new(
        member.Id, member.Household, index.Households[member.Household].Lobby, member.LivesHere(day), member.Barred, member.Minor, member.MayAdmitHimself,
        member.Appearance is not null);

    /// <summary>A member's row: for the office's screen, and for what the desk has to compare after a match.</summary>
    public Member? Member(string member) => index.Members.GetValueOrDefault(member);

    /// <summary>The member whose card or PIN it is, by the holder's id in the credential register.</summary>
    public Member? MemberOfHolder(string holder) => index.Holders.GetValueOrDefault(holder);

    /// <summary>The desk's directory: units, names and registered pinyin that hold the text. Who does not live here on the day is left out.</summary>
    /// <param name="hidden">Households of which nothing may be shown, because a name is being compared there.</param>
    public IReadOnlyList<DirectoryEntry> SearchResidents(string text, DateOnly day, IReadOnlySet<string> hidden)
    {
        var name = NameText.Normalise(text);
        var unit = UnitText.Bare(text);
        return name.Length == 0
            ? []
            : [.. (from member in index.Members.Values
                  where !hidden.Contains(member.Household) && member.LivesHere(day)
                  let household = index.Households[member.Household]
                  where Holds(member, name) || UnitText.Bare(household.Unit).Contains(unit, StringComparison.Ordinal)
                  orderby household.Unit, member.Name
                  select new DirectoryEntry(household.Id, household.Unit, household.Lobby, member.Id, member.Name, member.Kind)).Take(MostFound)];
    }

    /// <summary>Compares what somebody said his name was with one household's members. What the register holds is not told.</summary>
    public NameComparison CompareName(string household, string typed, DateOnly day) => index.Households.ContainsKey(household)
        ? NameComparer.Compare(index.MembersOf(household), typed, day, index.Sounds)
        : new NameComparison.NoMatch(NoMatchCause.NoSuchHousehold);

    /// <summary>After <see cref="NameComparison.Match.NeedsSecondFact"/>: the last four digits of a telephone tell two of one name apart.</summary>
    public NameComparison CompareName(string household, string typed, string phoneLast4, DateOnly day) => index.Households.ContainsKey(household)
        ? NameComparer.CompareSecond(index.MembersOf(household), typed, phoneLast4, day)
        : new NameComparison.NoMatch(NoMatchCause.NoSuchHousehold);

    /// <summary>Whether whom a visitor names lives there. Nothing else is told.</summary>
    public bool HostLivesThere(string household, string name, DateOnly day)
    {
        var normalised = NameText.Normalise(name);
        return index.MembersOf(household).Any(member => member.LivesHere(day) && NameComparer.HasName(member, normalised));
    }

    public ListedLeader? Leader(string id) => index.Leaders.GetValueOrDefault(id);

    public StaffBadge? Badge(string number) => index.Badges.GetValueOrDefault(number);

    public AccessPass? Pass(string number) => index.Passes.GetValueOrDefault(number);

    public TourBooking? Tour(string id) => index.Tours.GetValueOrDefault(id);

    /// <summary>All leaders on the list on a day: for the desk to recognise one.</summary>
    public IReadOnlyList<ListedLeader> LeadersOn(DateOnly day) => [.. index.Leaders.Values.Where(leader => leader.IsValid(day)).OrderBy(leader => leader.Name)];

    /// <summary>Bookings whose time covers a moment.</summary>
    public IReadOnlyList<TourBooking> ToursAt(DateTimeOffset moment) =>
        [.. index.Tours.Values.Where(tour => !tour.Cancelled && tour.StartsAt <= moment && moment < tour.EndsAt).OrderBy(tour => tour.StartsAt)];

    /// <summary>Who is asked for a role, in order.</summary>
    public IReadOnlyList<DutyPerson> Duty(string role) => index.Duty.GetValueOrDefault(role, []);

    private static bool Holds(Member member, string name) =>
        NameText.Normalise(member.Name).Contains(name, StringComparison.Ordinal)
        || member.Variants.Any(variant => NameText.Normalise(variant).Contains(name, StringComparison.Ordinal))
        || (member.Pinyin is { } pinyin && string.Concat(NameText.Syllables(pinyin)).Contains(name, StringComparison.Ordinal));
}
