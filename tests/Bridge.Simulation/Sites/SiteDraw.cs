namespace Bridge.Simulation.Sites;

/// <summary>Draws sites: one to begin with, and changed ones for reloads.</summary>
internal static class SiteDraw
{
    private static readonly string[] Authentications = ["card", "pin", "cardOrPin", "cardAndPin"];

    // One zone without summer time, one with, and one that is not a whole hour off.
    private static readonly string[] TimeZones = ["Asia/Hong_Kong", "Europe/Lisbon", "Asia/Kathmandu"];

    public static SitePlan Draw(Random random, DateOnly today) => new(
        TimeZones[random.Next(TimeZones.Length)],
        [.. SimulatedBuilding.Doors.Select(door => Door(random, door))],
        Schedules(random),
        Levels(random),
        new HashSet<DateOnly> { today.AddDays(1), today.AddDays(random.Next(5)) },
        random.Next(3, 6),
        TimeSpan.FromSeconds(random.Next(20, 90)),
        TimeSpan.FromSeconds(random.Next(90, 300)));

    /// <summary>What an integrator may change on a running site. Now and then a door goes, or comes back.</summary>
    public static SitePlan Change(Random random, SitePlan plan, DateOnly today)
    {
        var next = Draw(random, today) with { TimeZone = plan.TimeZone };
        var kept = next.Doors.Select(door => random.Next(3) == 0 ? door : plan.Door(door.Id) ?? door).ToList();
        if (random.Next(4) == 0)
        {
            kept.RemoveAt(random.Next(kept.Count));
        }

        return next with { Doors = kept };
    }

    private static PlannedDoor Door(Random random, string id)
    {
        var release = random.Next(2, 7);
        return new PlannedDoor(
            id,
            Authentications[random.Next(Authentications.Length)],
            HasContact: random.Next(4) > 0,
            HasBolt: random.Next(3) > 0,
            FireRelease: random.Next(4) > 0,
            TimeSpan.FromSeconds(release),
            TimeSpan.FromSeconds(release + random.Next(1, 8)),
            TimeSpan.FromSeconds(random.Next(8, 20)),
            TimeSpan.FromSeconds(random.Next(5, 30)),
            TimeSpan.FromSeconds(random.Next(5, 16)),
            TimeSpan.FromSeconds(random.Next(3, 11)));
    }

    private static IReadOnlyList<PlannedHours> Schedules(Random random) =>
    [
        new("day", Week(_ => Range(7 + random.Next(3), 19)), new HashSet<int>()),
        new("night", Week(_ => Range(22, 24).Concat(Range(0, 6))), null),
        new("odd", Week(day => day == DayOfWeek.Sunday ? [] : Enumerable.Range(0, 24).Where(_ => random.Next(2) == 0)), Range(10, 16).ToHashSet()),
    ];

    private static IReadOnlyList<PlannedLevel> Levels(Random random) =>
    [
        new("residents", SimulatedBuilding.Doors.Where(door => door != "roof").ToHashSet(), PlannedHours.Always),
        new("staff", SimulatedBuilding.Doors.ToHashSet(), "day"),
        new("watch", SimulatedBuilding.Doors.ToHashSet(), "night"),
        new("guests", SimulatedBuilding.Doors.Where(_ => random.Next(2) == 0).Append("main").ToHashSet(), "odd"),
    ];

    private static Dictionary<DayOfWeek, IReadOnlySet<int>> Week(Func<DayOfWeek, IEnumerable<int>> hours) =>
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => (IReadOnlySet<int>)hours(day).ToHashSet());

    private static IEnumerable<int> Range(int from, int until) => Enumerable.Range(from, until - from);
}
