namespace Bridge.Policy.Admission;

/// <summary>An addition to a kept record.</summary>
public sealed record RecordChange(RecordNumber Number, RecordChangeKind Kind, ActorId? By)
{
    /// <summary>The corrected or completed particulars, sealed.</summary>
    public SealedPerson? Person { get; init; }

    /// <summary>A code, for example how a patrol task ended. Never about a person.</summary>
    public string? Detail { get; init; }
}
