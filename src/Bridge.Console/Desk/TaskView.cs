namespace Bridge.Console.Desk;

/// <summary>A task of the patrol.</summary>
/// <param name="Kind">Its name in the journal.</param>
/// <param name="Age">Since it was raised, at the moment of the picture.</param>
public sealed record TaskView(long Id, long Case, string Kind, TaskStage Stage, TimeSpan Age)
{
    public string? Unit { get; init; }

    public string? Result { get; init; }

    /// <summary>Nobody took it in time: the team lead and the control room know.</summary>
    public bool Escalated { get; init; }

    public bool Mine { get; init; }

    /// <summary>The desk reached the patrol on the radio.</summary>
    public bool OverRadio { get; init; }
}
