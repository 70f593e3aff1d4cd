namespace Bridge.Policy.Admission;

/// <summary>What the desk does. The hierarchy is closed. Names and whatever else was typed are not in it: the register's answer is.</summary>
public abstract record CaseAct
{
    private CaseAct()
    {
    }

    /// <summary>A new case at one door of a lobby.</summary>
    /// <param name="Former">The ended case it follows, where there is one.</param>
    public sealed record Open(LobbyId Lobby, DoorId Door, Category Category, CaseId? Former) : CaseAct;

    /// <summary>It is another kind of case after all: whatever spoke for the person is void.</summary>
    public sealed record ChangeCategory(CaseId Case, Category Category) : CaseAct;

    /// <summary>Forgotten card: the assistant knows this resident.</summary>
    public sealed record RecogniseResident(CaseId Case, ResidentFacts? Resident) : CaseAct;

    /// <summary>Self-declared resident: the unit he names. The question to the household starts with it.</summary>
    public sealed record NameHousehold(CaseId Case, HouseholdFacts? Household, SealedPerson? Person) : CaseAct;

    /// <summary>Visitor: who, whom and where. The question to the household starts with it.</summary>
    /// <param name="HostLivesThere">The register's yes or no; nothing else of it is told.</param>
    public sealed record DescribeVisit(CaseId Case, HouseholdFacts? Household, bool HostLivesThere, int HeadCount, SealedPerson Person) : CaseAct;

    /// <summary>Officers, or a tour that is not booked. The question to the office starts with it.</summary>
    public sealed record DescribeParty(CaseId Case, int HeadCount, SealedPerson Person) : CaseAct;

    /// <summary>Asks again: the household, the control room or the office, as the category says.</summary>
    public sealed record Ask(CaseId Case) : CaseAct;

    /// <summary>The household said yes or no by word of mouth, on the call of this case that is live now.</summary>
    public sealed record HeardFromHousehold(CaseId Case, bool Yes) : CaseAct;

    /// <summary>The name as heard, compared by the host.</summary>
    public sealed record TypeName(CaseId Case, NameFacts Answer, SealedPerson? Person) : CaseAct;

    /// <summary>The picture or description of the register was compared with the person.</summary>
    public sealed record CompareAppearance(CaseId Case, bool Agrees) : CaseAct;

    /// <summary>The assistant knows this leader; null: not on the list.</summary>
    public sealed record RecogniseLeader(CaseId Case, LeaderFacts? Leader, SealedPerson? Person) : CaseAct;

    /// <summary>A badge was scanned or its number typed; null: not in the register.</summary>
    public sealed record PresentBadge(CaseId Case, BadgeFacts? Badge, SealedPerson? Person) : CaseAct;

    /// <summary>An employee without his badge: the office or the supervisor is asked to confirm him by name.</summary>
    public sealed record ConfirmEmployee(CaseId Case, SealedPerson Person) : CaseAct;

    /// <summary>The picture on the badge or pass was compared with its bearer.</summary>
    public sealed record CompareLikeness(CaseId Case, bool Agrees) : CaseAct;

    /// <summary>The people at the door are the ones the gate announced.</summary>
    public sealed record MatchAnnouncement(CaseId Case, AnnouncementId Announcement, int HeadCount, bool NameAgrees) : CaseAct;

    /// <summary>A pass was scanned or its number typed; null: not in the register.</summary>
    public sealed record PresentPass(CaseId Case, PassFacts? Pass, SealedPerson? Person) : CaseAct;

    /// <summary>A booked tour is here, or some more of its people.</summary>
    public sealed record PresentTour(CaseId Case, TourId Tour, int HeadCount) : CaseAct;

    /// <summary>The record could not be stored, and a numbered paper sheet stands for it. The team lead's act.</summary>
    public sealed record UsePaperSheet(CaseId Case, string Sheet) : CaseAct;

    /// <summary>The open key. The second time it opens once more, and needs a reason.</summary>
    /// <param name="ClientSequence">The client's own number of the key press, for the audit.</param>
    public sealed record PressOpen(CaseId Case, DoorId Door, string? ReopenReason, long? ClientSequence) : CaseAct;

    /// <summary>The host is at the door, or the visitor is asked to wait.</summary>
    public sealed record Hold(CaseId Case) : CaseAct;

    /// <summary>The host came down and vouches in person: counts as the household's yes of a case on hold.</summary>
    public sealed record HostAtDoor(CaseId Case) : CaseAct;

    public sealed record Cancel(CaseId Case) : CaseAct;

    /// <summary>The desk refuses by itself.</summary>
    public sealed record Refuse(CaseId Case) : CaseAct;

    /// <summary>The record has everything it needs.</summary>
    public sealed record CompleteRecord(CaseId Case, SealedPerson? Person) : CaseAct;

    /// <summary>A kept record is corrected; the original stays. Why is in the sealed row, with what is right instead: words name people.</summary>
    public sealed record AmendRecord(RecordNumber Number, SealedPerson Person) : CaseAct;

    /// <summary>Police, fire brigade, ambulance: opens at once and tells the office, the control room and the team lead.</summary>
    public sealed record EmergencyEntry(LobbyId Lobby, DoorId Door, EmergencyReason Reason) : CaseAct;
}
