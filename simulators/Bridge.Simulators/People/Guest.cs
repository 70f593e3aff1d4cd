namespace Bridge.Simulators.People;

/// <summary>Somebody who comes to the visitors' entrance and has to be let in by its desk.</summary>
/// <param name="At">When, counted from the script's start.</param>
/// <param name="Says">His first words there.</param>
public sealed record Guest(TimeSpan At, GuestKind Kind, string Name, string Door, string Says)
{
    /// <summary>As the desk wrote it down or the register has it.</summary>
    public string Unit { get; init; } = "";

    public string Host { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Pass { get; init; } = "";

    public int HeadCount { get; init; } = 1;

    /// <summary>The intercom and the panel at which he calls the unit himself; empty: the desk calls.</summary>
    public string Intercom { get; init; } = "";

    public string Panel { get; init; } = "";

    /// <summary>The unit says no when it answers.</summary>
    public bool IsTurnedAway { get; init; }

    /// <summary>The procedure's reason why he has to stay outside; null when he has to be let in, once.</summary>
    public string? Refusal { get; init; }

    /// <summary>The number of the unit's station and of its button.</summary>
    public string Number => Unit[(Unit.IndexOf('-', StringComparison.Ordinal) + 1)..];

    public override string ToString() => $"{At:mm\\:ss} {Door}: {Name} ({Kind}) \"{Says}\"";
}
