namespace Bridge.Devices.Intercoms;

/// <summary>The contacts that follow one unit's line of an intercom, or those that all its units share.</summary>
/// <param name="Unit">As the intercom numbers it; null: shared, and what closes there names nobody.</param>
public sealed record ContactSet(string? Unit)
{
    /// <summary>Follows the bell.</summary>
    public string? Call { get; init; }

    /// <summary>On while the handset is lifted. Without one nobody knows who answered, and a call stays open until its watchdog ends it.</summary>
    public string? Hook { get; init; }

    public string? Unlock { get; init; }

    /// <summary>The inputs that it needs.</summary>
    public IEnumerable<string> Points => new[] { Call, Hook, Unlock }.OfType<string>();
}
