namespace Bridge.Policy.Admission;

/// <summary>A line of a kept record, in ids and codes. What a person is recognised by is in the sealed row that it names.</summary>
public sealed record RecordLine(RecordNumber Number, LobbyId Lobby, CaseId? Case, Category Category, ActorId Author)
{
    /// <summary>Released, or the reason why not.</summary>
    public Refusal? Refused { get; init; }

    public EvidenceKind? Consent { get; init; }

    /// <summary>Who consented, where it was not the household itself.</summary>
    public ActorId? ConsentBy { get; init; }

    public HouseholdId? Household { get; init; }

    public int HeadCount { get; init; } = 1;

    /// <summary>Badge, pass, announcement, leader, tour: the register's id.</summary>
    public string? Reference { get; init; }

    public SealedPerson? Person { get; init; }

    public AlertId? Alert { get; init; }

    /// <summary>The sheet's number, where the line was written on paper first.</summary>
    public string? PaperSheet { get; init; }
}
