using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>One case, from opening to close.</summary>
public sealed record CaseState(CaseId Case, LobbyId Lobby, DoorId Door, Category Category, TimeSpan OpenedAt)
{
    /// <summary>Nothing more can open a door here.</summary>
    public bool Ended => Status is CaseStatus.Refused or CaseStatus.Expired or CaseStatus.Cancelled or CaseStatus.Closed;

    /// <summary>The door was released for it, or may have been.</summary>
    public bool WasOpened => Status is CaseStatus.Entered or CaseStatus.NotEntered or CaseStatus.Unseen or CaseStatus.Unknown;

    public CaseStatus Status { get; init; } = CaseStatus.Open;

    /// <summary>Whose case it is: who opened it, or took over a case that a call opened.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>Why it ended without an entry.</summary>
    public Refusal? Refused { get; init; }

    public HouseholdFacts? Household { get; init; }

    public ResidentId? Resident { get; init; }

    /// <summary>Leader, badge, pass, announcement or tour: the register's id.</summary>
    public string? Reference { get; init; }

    public SealedPerson? Person { get; init; }

    public int HeadCount { get; init; } = 1;

    /// <summary>Empty unless something speaks for this person now.</summary>
    public ImmutableList<Evidence> Evidence { get; init; } = [];

    public Request? Request { get; init; }

    /// <summary>Full attempts that nobody answered. Busy, faulty and cut calls are none.</summary>
    public int Unanswered { get; init; }

    /// <summary>Somebody answered a call of this case or refused: the way for "nobody in" is closed.</summary>
    public bool HouseholdSpoke { get; init; }

    public int NameTries { get; init; }

    /// <summary>It was asked once how the name is written.</summary>
    public bool SpellingAsked { get; init; }

    /// <summary>The register has something to compare the person with.</summary>
    public bool AppearanceOnFile { get; init; }

    /// <summary>Every grant, the last one last: the first opening and at most one more.</summary>
    public ImmutableList<Grant> Grants { get; init; } = [];

    public RecordNumber? Record { get; init; }

    /// <summary>The second record of a self-declared resident, where the site keeps both.</summary>
    public RecordNumber? SecondRecord { get; init; }

    /// <summary>The sheet of paper that its line was written on, where it could not be stored.</summary>
    public string? PaperSheet { get; init; }

    public bool RecordComplete { get; init; }

    public bool RecordFlaggedLate { get; init; }

    public AlertId? Alert { get; init; }

    /// <summary>The last thing anybody did here.</summary>
    public TimeSpan TouchedAt { get; init; }

    /// <summary>The case that this one follows, where the first one ended and the person is still there.</summary>
    public CaseId? Former { get; init; }
}
