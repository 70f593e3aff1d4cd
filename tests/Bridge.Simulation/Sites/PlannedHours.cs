namespace Bridge.Simulation.Sites;

/// <summary>Opening hours, written down as whole hours of the day: what the oracle understands without the product's help.</summary>
/// <param name="Week">The hours that are open on each day, 0 to 23.</param>
/// <param name="HolidayHours">The same on a holiday; null where a holiday is like any other day.</param>
internal sealed record PlannedHours(string Id, IReadOnlyDictionary<DayOfWeek, IReadOnlySet<int>> Week, IReadOnlySet<int>? HolidayHours)
{
    public const string Always = "always";

    public bool AreOpen(DateTime local, IReadOnlySet<DateOnly> holidays)
    {
        var hours = HolidayHours is not null && holidays.Contains(DateOnly.FromDateTime(local)) ? HolidayHours : Week[local.DayOfWeek];
        return hours.Contains(local.Hour);
    }
}
