namespace Bridge.Policy.Admission;

/// <summary>What an event says about a case, a question, an announcement, a task or a record. Ids and codes only.</summary>
public sealed record AdmissionFacts
{
    public LobbyId? Lobby { get; init; }

    public CaseId? Case { get; init; }

    public Category? Category { get; init; }

    public CaseStatus? From { get; init; }

    public CaseStatus? To { get; init; }

    /// <summary>In which role <see cref="BuildingEvent.Actor"/> acted.</summary>
    public Role? Role { get; init; }

    public Refusal? Refusal { get; init; }

    public EvidenceId? Evidence { get; init; }

    public EvidenceKind? EvidenceKind { get; init; }

    public RequestId? Request { get; init; }

    public RequestTarget? Target { get; init; }

    public Answer? Answer { get; init; }

    /// <summary>Opaque, and kept within the house: it does not leave with the message.</summary>
    public HouseholdId? Household { get; init; }

    public int? HeadCount { get; init; }

    public AnnouncementId? Announcement { get; init; }

    public TourId? Tour { get; init; }

    public AlertId? Alert { get; init; }

    public Alerts.AlertKind? AlertKind { get; init; }

    public Alerts.AlertResult? AlertResult { get; init; }

    public AlarmId? Alarm { get; init; }

    public Alarms.AlarmCause? AlarmCause { get; init; }

    /// <summary>Which step of an escalation this is, from 1.</summary>
    public int? Step { get; init; }

    /// <summary>Who is told.</summary>
    public Role? Told { get; init; }

    public RecordNumber? Record { get; init; }

    public RecordChangeKind? Change { get; init; }

    public PanelId? Panel { get; init; }

    public CallId? Call { get; init; }

    public string? CaseReference { get; init; }

    public SealedPerson? Person { get; init; }

    public long? ClientSequence { get; init; }

    public SecurityMatter? Matter { get; init; }
}
