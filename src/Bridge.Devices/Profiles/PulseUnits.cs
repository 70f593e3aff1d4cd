namespace Bridge.Devices.Profiles;

/// <summary>The steps in which a device counts a pulse.</summary>
public sealed record PulseUnits(TimeSpan Unit, long Minimum, long Maximum)
{
    public TimeSpan Shortest => Unit * Minimum;

    public TimeSpan Longest => Unit * Maximum;

    /// <summary>The number of units that lasts at least <paramref name="length"/>; null when the device cannot count that far, or for no time at all.</summary>
    public long? From(TimeSpan length)
    {
        if (length <= TimeSpan.Zero)
        {
            return null;
        }

        var units = long.Max(Minimum, ((length.Ticks - 1) / Unit.Ticks) + 1);
        return units <= Maximum ? units : null;
    }
}
