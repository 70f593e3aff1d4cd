namespace Bridge.Simulation.Sites;

/// <summary>A site as the simulation means it. The site file is written from it for the bridge, and the oracle judges by it.</summary>
internal sealed record SitePlan(
    string TimeZone,
    IReadOnlyList<PlannedDoor> Doors,
    IReadOnlyList<PlannedHours> Schedules,
    IReadOnlyList<PlannedLevel> Levels,
    IReadOnlySet<DateOnly> Holidays,
    int WrongPins,
    TimeSpan FirstLockout,
    TimeSpan LongestLockout)
{
    public PlannedDoor? Door(string id) => Doors.FirstOrDefault(door => door.Id == id);

    /// <summary>Does one of these levels open this door at this local time?</summary>
    public bool Permits(IEnumerable<string> levels, string door, DateTime local) => Levels
        .Where(level => levels.Contains(level.Id) && level.Doors.Contains(door))
        .Any(level => level.Schedule == PlannedHours.Always || Schedules.First(hours => hours.Id == level.Schedule).AreOpen(local, Holidays));

    /// <summary>The length of the n-th lock-out of several that belong together; the first is 1.</summary>
    public TimeSpan Lockout(int number)
    {
        var length = FirstLockout * Math.Pow(2, number - 1);
        return length < LongestLockout ? length : LongestLockout;
    }
}
