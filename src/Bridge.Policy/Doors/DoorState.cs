namespace Bridge.Policy.Doors;

/// <summary>One door: what was commanded, what the sensors say, and what is running. Intention and sensors are never one field.</summary>
public sealed record DoorState(DoorId Door)
{
    /// <summary>Locked, Unlocked, Blocked, LockedDown or LockedOpen; never Accessed, which is derived: <see cref="ShownMode"/>.</summary>
    public DoorMode Mode { get; init; } = DoorMode.Locked;

    /// <summary>Who ordered that; null as long as nobody has.</summary>
    public ModeOrder? Order { get; init; }

    /// <summary>The first half of ending a lock-down.</summary>
    public AskedRelease? ReleaseAsked { get; init; }

    public DoorPhysicalState Contact { get; init; } = DoorPhysicalState.NotMonitored;

    public LockPhysicalState Lock { get; init; } = LockPhysicalState.NotMonitored;

    /// <summary>The release output as last read back; null when never read, or not since the link or the service came back.</summary>
    public bool? OutputOn { get; init; }

    public DoorAlarm Alarm { get; init; } = DoorAlarm.Normal;

    public DoorTamper Tamper { get; init; } = DoorTamper.NotMonitored;

    /// <summary>TamperDetected was told and the input has not been seen normal since.</summary>
    public bool TamperTold { get; init; }

    public bool Online { get; init; }

    public DoorFaults Faults { get; init; } = DoorFaults.None;

    /// <summary>The grant that waits to be used.</summary>
    public Passage? Passage { get; init; }

    /// <summary>The access that opened the door which stands open now.</summary>
    public AccessId? OpenedBy { get; init; }

    public ReleaseRequest? Pending { get; init; }

    public EnergisedLock? Energised { get; init; }

    public HeldRelease? Held { get; init; }

    public OpenTimer? Opening { get; init; }

    public RequestToExitState Exit { get; init; } = RequestToExitState.Idle;

    /// <summary>The lock sensor has to say Unlocked before this.</summary>
    public TimeSpan? LockAnswerDue { get; init; }

    /// <summary>A lock still seen released at this moment is an alarm.</summary>
    public TimeSpan? LockOverdueAt { get; init; }

    /// <summary>When a lock that was found released is ordered off again; null while nothing says that its output is on.</summary>
    public TimeSpan? SecureAgainAt { get; init; }

    /// <summary>The mode to show: Accessed while a momentary release is asked for or runs, the commanded mode otherwise.</summary>
    public DoorMode ShownMode() =>
        Held is null && (Pending?.Cause is ReleaseCause.Credential or ReleaseCause.Evidence
            || Energised is { Cause: ReleaseCause.Credential or ReleaseCause.Evidence, Ended: false })
            ? DoorMode.Accessed
            : Mode;

    /// <summary>Any equipment fault. A lock found released is an alarm of its own and shown as that.</summary>
    public bool HasFault() => Faults.Contact || Faults.LockSensor || Faults.LockDidNotRelease;

    /// <summary>The earliest timer of this door, on <see cref="Moment.Elapsed"/>.</summary>
    public TimeSpan? NextDue()
    {
        var next = Earlier(Passage?.Until, Pending?.EndsBy());
        next = Earlier(next, Energised is { Ended: false } ? Energised.EndsBy : null);
        next = Earlier(next, Held?.DueAt);
        next = Earlier(next, Earlier(Opening?.WarnAt, Opening?.TooLongAt));
        next = Earlier(next, Earlier(Exit.StuckAt(), Exit.MaskUntil));
        next = Earlier(next, Earlier(Order?.Until, ReleaseAsked?.Until));
        return Earlier(Earlier(next, SecureAgainAt), Earlier(LockAnswerDue, LockOverdueAt));
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => DueMoments.Earlier(one, other);
}
