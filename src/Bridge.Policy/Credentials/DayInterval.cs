namespace Bridge.Policy.Credentials;

/// <summary>From (included) until (excluded), as time since local midnight; until may be 24:00.</summary>
public readonly record struct DayInterval(TimeSpan From, TimeSpan Until);
