using System.Collections.Frozen;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>The whole register in memory, never changed: a look-up touches no disk and waits for nobody.</summary>
internal sealed class ResidentIndex
{
    private static readonly Member[] Nobody = [];

    private readonly FrozenDictionary<string, Member[]> membersOf;
    private readonly FrozenDictionary<string, string> units;
    private readonly FrozenDictionary<string, string[]> bareUnits;

    private ResidentIndex(List<Household> households, List<Member> members)
    {
        Households = households.ToFrozenDictionary(household => household.Id, StringComparer.Ordinal);
        Members = members.ToFrozenDictionary(member => member.Id, StringComparer.Ordinal);
        Sounds = SoundTable.Learn(members);
        membersOf = members.GroupBy(member => member.Household).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        units = households.DistinctBy(household => UnitText.Normalise(household.Unit))
            .ToFrozenDictionary(household => UnitText.Normalise(household.Unit), household => household.Id, StringComparer.Ordinal);
        bareUnits = households.GroupBy(household => UnitText.Bare(household.Unit))
            .ToFrozenDictionary(group => group.Key, group => group.Select(household => household.Id).ToArray(), StringComparer.Ordinal);
    }

    public FrozenDictionary<string, Household> Households { get; }

    public FrozenDictionary<string, Member> Members { get; }

    public SoundTable Sounds { get; }

    public required FrozenDictionary<string, string[]> Stations { get; init; }

    /// <summary>In the order of their households, first the one that is called first.</summary>
    public required IReadOnlyList<IndoorStation> StationRows { get; init; }

    /// <summary>The household that a station's number stands for: it is one household's only.</summary>
    public required FrozenDictionary<string, string> StationOwners { get; init; }

    public required FrozenDictionary<string, ListedLeader> Leaders { get; init; }

    public required FrozenDictionary<string, StaffBadge> Badges { get; init; }

    public required FrozenDictionary<string, AccessPass> Passes { get; init; }

    public required FrozenDictionary<string, TourBooking> Tours { get; init; }

    public required FrozenDictionary<string, DutyPerson[]> Duty { get; init; }

    /// <summary>The members whose cards a holder carries, by the holder's id in the credential register.</summary>
    public required FrozenDictionary<string, Member> Holders { get; init; }

    public static ResidentIndex Load(SqliteConnection connection)
    {
        var reader = new ListWriter(connection, string.Empty, 0);
        var members = reader.All(ResidentTables.Members);
        var stations = reader.All(ResidentTables.Stations);
        return new ResidentIndex(reader.All(ResidentTables.Households), members)
        {
            Stations = stations.GroupBy(station => station.Household)
                .ToFrozenDictionary(group => group.Key, group => group.OrderBy(one => one.Position).Select(one => one.Number).ToArray(), StringComparer.Ordinal),
            StationRows = [.. stations.OrderBy(station => station.Household, StringComparer.Ordinal).ThenBy(station => station.Position)],
            StationOwners = stations.ToFrozenDictionary(station => station.Number, station => station.Household, StringComparer.Ordinal),
            Leaders = ByNumber(reader.All(ResidentTables.Leaders), leader => leader.Id),
            Badges = ByNumber(reader.All(ResidentTables.Badges), badge => badge.Number),
            Passes = ByNumber(reader.All(ResidentTables.Passes), pass => pass.Number),
            Tours = ByNumber(reader.All(ResidentTables.Tours), tour => tour.Id),
            Duty = reader.All(ResidentTables.Duty).GroupBy(person => person.Role, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(group => group.Key, group => group.OrderBy(person => person.Position).ToArray(), StringComparer.OrdinalIgnoreCase),
            Holders = LoadHolders(connection, members),
        };
    }

    public IReadOnlyList<Member> MembersOf(string household) => membersOf.GetValueOrDefault(household, Nobody);

    /// <summary>The household's id; null when there is no such unit, or more than one that may be meant.</summary>
    public string? FindUnit(string unit) =>
        units.GetValueOrDefault(UnitText.Normalise(unit))
        ?? (bareUnits.GetValueOrDefault(UnitText.Bare(unit)) is [var only] ? only : null);

    // Numbers are typed: case does not count.
    private static FrozenDictionary<string, T> ByNumber<T>(List<T> rows, Func<T, string> number) =>
        rows.DistinctBy(number, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(number, StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, Member> LoadHolders(SqliteConnection connection, List<Member> members)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = new Statement(connection, "SELECT key, id FROM holder");
        while (rows.Step())
        {
            ids.Add(rows.Text(0), rows.Text(1));
        }

        return members.Where(member => member.Holder is not null && ids.ContainsKey(member.Holder))
            .DistinctBy(member => member.Holder)
            .ToFrozenDictionary(member => ids[member.Holder!], StringComparer.Ordinal);
    }
}
