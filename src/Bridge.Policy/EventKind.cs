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
}
