namespace Bridge.Devices.Intercoms;

/// <summary>An intercom of which only contacts can be had, on inputs of one device. After polarity, on means that what the contact stands for is the case.</summary>
/// <param name="Panel">What its calls are called after: a point of the device beside its real ones.</param>
/// <param name="Calls">The bell contacts, each with its unit; null for one that rings for all.</param>
public sealed record ContactIntercomDefinition(string Panel, IReadOnlyDictionary<string, string?> Calls)
{
    /// <summary>On while a handset is lifted. Without one nobody knows who answered, and a call stays open until its watchdog ends it.</summary>
    public string? Hook { get; init; }

    public string? Unlock { get; init; }

    public string? Tamper { get; init; }

    public string? Fault { get; init; }

    /// <summary>A bell contact that has been off for so long does not ring any more; longer than the pause between two rings.</summary>
    public TimeSpan Stretch { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long the panel rings when nobody comes: a bell that stops earlier was given up or refused, which of the two no contact tells.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The inputs that it needs.</summary>
    public IEnumerable<string> Points => Calls.Keys.Concat(new[] { Hook, Unlock, Tamper, Fault }.OfType<string>());
}
