namespace Bridge.Devices.Intercoms;

/// <summary>An intercom of which only contacts can be had, on inputs of one device. After polarity, on means that what the contact stands for is the case.</summary>
/// <param name="Panel">What its calls are called after: a point of the device beside its real ones.</param>
/// <param name="Sets">One for each unit with contacts of its own, and at most one that all units share.</param>
public sealed record ContactIntercomDefinition(string Panel, IReadOnlyList<ContactSet> Sets)
{
    public string? Tamper { get; init; }

    public string? Fault { get; init; }

    /// <summary>A bell contact that has been off for so long does not ring any more; longer than the pause between two rings.</summary>
    public TimeSpan Stretch { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long the panel rings when nobody comes: a bell that stops earlier was given up or refused, which of the two no contact tells.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The inputs that it needs.</summary>
    public IEnumerable<string> Points => Sets.SelectMany(set => set.Points).Concat(new[] { Tamper, Fault }.OfType<string>());

    /// <summary>Whether it can be seen that somebody answers there.</summary>
    public bool ShowsAnswer(string? unit) => Sets.Any(set => set.Hook is not null && Serves(set, unit));

    /// <summary>What closes in this set concerns a call to that unit.</summary>
    public static bool Serves(ContactSet set, string? unit) => set.Unit is null || set.Unit == unit;
}
