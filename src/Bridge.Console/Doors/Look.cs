namespace Bridge.Console.Doors;

/// <summary>Icon and tone of a state.</summary>
public readonly record struct Look(string Icon, Tone Tone)
{
    public string ToneClass => Tone switch
    {
        Tone.Plain => "tone-plain",
        Tone.Information => "tone-information",
        Tone.Released => "tone-released",
        Tone.Doubt => "tone-doubt",
        Tone.Warning => "tone-warning",
        Tone.Critical => "tone-critical",
    };

    public static Look Of(CommandedMode mode) => mode switch
    {
        CommandedMode.Unknown => new("unknown", Tone.Doubt),
        CommandedMode.Locked => new("lock", Tone.Plain),
        CommandedMode.Unlocked => new("lock-open", Tone.Information),
        CommandedMode.Accessed => new("key", Tone.Information),
        CommandedMode.Blocked => new("blocked", Tone.Warning),
        CommandedMode.LockedDown => new("blocked", Tone.Warning),
        CommandedMode.LockedOpen => new("lock-open", Tone.Warning),
    };

    public static Look Of(LockState state) => state switch
    {
        LockState.NotMonitored => new("absent", Tone.Doubt),
        LockState.Unknown => new("unknown", Tone.Doubt),
        LockState.Locked => new("lock", Tone.Plain),
        LockState.Unlocked => new("lock-open", Tone.Released),
        LockState.Fault => new("fault", Tone.Warning),
    };

    public static Look Of(ContactState state) => state switch
    {
        ContactState.NotMonitored => new("absent", Tone.Doubt),
        ContactState.Unknown => new("unknown", Tone.Doubt),
        ContactState.Closed => new("door", Tone.Plain),
        ContactState.Open => new("door-open", Tone.Information),
        ContactState.Fault => new("fault", Tone.Warning),
    };

    public static Look Of(LinkHealth health) => health switch
    {
        LinkHealth.Unknown => new("unknown", Tone.Doubt),
        LinkHealth.Up => new("check", Tone.Plain),
        LinkHealth.Down => new("plug-off", Tone.Warning),
    };

    /// <summary>The look of a journalled event; one that this console does not know is shown plainly.</summary>
    public static Look OfEvent(string kind) => kind switch
    {
        "DoorForcedOpen" or "DoorOpenTooLong" or "TamperDetected" or "FireAlarm" or "LockFoundReleased"
            or "ReaderSecurityFailed" or "ReaderReplaced" or "ReaderAddressClash" => new("alarm", Tone.Critical),
        "DoorOpenTooLongWarning" or "RequestToExitStuck" or "LockoutStarted" or "CardLockoutStarted" or "ClockInDoubt" or "ReleaseOutcomeUnknown" or "ReleaseRefused" => new("alarm", Tone.Warning),
        "DoorFault" or "ReaderFault" or "FireInputFault" or "ReleaseNotSent" => new("fault", Tone.Warning),
        "LinkLost" => new("plug-off", Tone.Warning),
        "AccessGranted" or "AccessTaken" => new("check", Tone.Released),
        "AccessDenied" => new("denied", Tone.Information),
        "LockReleased" => new("lock-open", Tone.Plain),
        "LockSecured" => new("lock", Tone.Plain),
        "DoorOpened" => new("door-open", Tone.Plain),
        "DoorClosed" => new("door", Tone.Plain),
        "RequestToExit" => new("exit", Tone.Plain),
        _ => new("dot", Tone.Plain),
    };
}
