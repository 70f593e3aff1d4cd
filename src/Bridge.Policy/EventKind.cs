namespace Bridge.Policy;

/// <summary>The kinds of event. ONVIF's words where it has one.</summary>
public enum EventKind
{
    AccessGranted,
    AccessDenied,
    AccessTaken,
    AccessNotTaken,
    Duress,
    LockReleased,
    LockSecured,
    ReleaseRefused,
    ReleaseNotSent,
    ReleaseOutcomeUnknown,
    LockFoundReleased,
    DoorOpened,
    DoorClosed,
    DoorForcedOpen,
    DoorForcedOpenRestored,
    DoorOpenTooLongWarning,
    DoorOpenTooLong,
    DoorOpenTooLongRestored,
    RequestToExit,
    RequestToExitStuck,
    RequestToExitRestored,
    TamperDetected,
    TamperRestored,
    DoorFault,
    DoorFaultRestored,
    LinkLost,
    LinkRestored,
    DoorModeChanged,
    DoorModeRefused,

    /// <summary>One person asked to end a lock-down: a second one has to.</summary>
    LockDownReleaseAsked,
    LockoutStarted,
    LockoutEnded,
    CardLockoutStarted,

    /// <summary>A reader does not prove that it knows its key, or somebody speaks in its place: it decides nothing until <see cref="ReaderRestored"/>.</summary>
    ReaderSecurityFailed,
    ReaderReplaced,
    ReaderAddressClash,
    ReaderFault,
    ReaderRestored,

    /// <summary>A person opened the time in which a reader is given a key.</summary>
    ReaderEnrolmentStarted,
    ReaderEnrolled,
    ReaderEnrolmentEnded,
    StaleReadIgnored,
    DuplicateReadIgnored,
    FireAlarm,
    FireInputFault,
    FireInputRestored,
    FireAcknowledged,
    FireReleaseEnded,
    ConfigurationApplied,
    BridgeStarted,
    ClockInDoubt,
    ClockRestored,

    /// <summary>Not decided but found out: the journal could not be written for so long that the memory for its entries overflowed.</summary>
    EntriesLost,

    // A person at the desk: Admission says which case, and what about it.
    CaseOpened,

    /// <summary>One transition of a case; every one is told.</summary>
    CaseMoved,

    /// <summary>Something was asked for that may not be: nothing changed.</summary>
    ActRefused,
    EvidenceGiven,

    /// <summary>Evidence does not count any more: withdrawn, or its premise changed.</summary>
    EvidenceVoided,
    RequestAsked,
    RequestAcknowledged,
    RequestAnswered,
    RequestEscalated,

    /// <summary>The question is withdrawn or its time is over.</summary>
    RequestEnded,

    /// <summary>An answer that does nothing: late, second, or not from the party that was asked.</summary>
    AnswerIgnored,
    SpellingAsked,
    NameCompared,

    /// <summary>Somebody on duty is told of what the procedure wants him to know.</summary>
    StaffNotified,
    GateAnnounced,
    GateConfirmed,
    AnnouncementUsed,
    AnnouncementExpired,
    AnnouncementCancelled,
    AnnouncementVoid,
    TourBooked,
    TourCancelled,
    AlertRaised,
    AlertAcknowledged,
    AlertDeclined,
    AlertOffered,
    AlertEnRoute,
    AlertOnScene,
    AlertDone,
    AlertEscalated,

    /// <summary>An alarm of a door or of the fire inputs that nobody has seen, or that still stands.</summary>
    AlarmRepeated,
    AlarmClaimed,
    AlarmAcknowledged,
    AlarmClosed,

    /// <summary>No handset is there to take the task: somebody has to call the patrol on the radio.</summary>
    RadioDemanded,
    IncidentRaised,
    CallStarted,
    CallRinging,
    CallAnswered,
    CallUnlockRequested,
    CallEnded,

    /// <summary>A special household was called from the door station: the control room has to be asked instead.</summary>
    CallRefused,
    VisitorLogWritten,
    DutyLogWritten,
    RecordChanged,
    SecurityNoticed,
}
