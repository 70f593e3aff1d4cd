namespace Bridge.Policy.Doors;

/// <summary>
/// A door's lock went out of reach or came back; no lock moves. The inputs may hang on another unit that is well and would not say its unchanged
/// value again: they become unknown when their own unit says so.
/// </summary>
internal static class LinkPolicy
{
    public static DoorState Sense(DoorState door, bool online, string detail, DecisionDraft draft)
    {
        if (online == door.Online)
        {
            return door;
        }

        draft.Announce(online ? EventKind.LinkRestored : EventKind.LinkLost, door.Door, detail: detail);
        return HoldPolicy.LinkChanged(online ? door with { Online = true } : Offline(door), online, draft.Now);
    }

    /// <summary>
    /// The service was away: the device has ended every pulse by itself and nobody watched the windows. The mode, the alarms, the faults and the
    /// hold survive; a hold is taken up again on a tick, a fire release at once, the others when the device is back.
    /// </summary>
    public static DoorState Restart(DoorState door, TimeSpan now) => Blind(Offline(door)) with
    {
        Passage = null,
        OpenedBy = null,
        Pending = null,
        Energised = null,
        LockOverdueAt = null,
        Exit = door.Exit with { ActiveSince = null, MaskUntil = null },
        Held = door.Held is { } held ? new HeldRelease(held.Cause, held.Cause == ReleaseCause.Fire ? now : null, Failing: false) : null,
    };

    private static DoorState Offline(DoorState door) => door with
    {
        Online = false,
        OutputOn = null,
        LockAnswerDue = null,
        SecureAgainAt = null,
    };

    // Every unit says everything again after a start of the service.
    private static DoorState Blind(DoorState door) =>
        (door.Contact == DoorPhysicalState.NotMonitored ? door : ContactPolicy.Lost(door, DoorPhysicalState.Unknown)) with
        {
            Tamper = door.Tamper == DoorTamper.NotMonitored ? DoorTamper.NotMonitored : DoorTamper.Unknown,
            Lock = door.Lock == LockPhysicalState.NotMonitored ? LockPhysicalState.NotMonitored : LockPhysicalState.Unknown,
        };
}
