namespace Bridge.Policy.Doors;

/// <summary>
/// ONVIF's door operations and their guards: a door that is locked down accepts only the release of the lock-down, one that is locked open only the
/// release of that, and both return to Locked. A new commanded mode ends a momentary release.
/// </summary>
internal static class ModePolicy
{
    /// <summary>How long the first of two people's word for ending a lock-down stands.</summary>
    private static readonly TimeSpan SecondWithin = TimeSpan.FromMinutes(5);

    public static DoorState Request(DoorState door, DoorSituation situation, PolicyInput.ModeRequested input, DecisionDraft draft)
    {
        if (Refusal(door.Mode, input.Request) is { } why)
        {
            draft.Announce(Refused(input, why) with { Mode = door.Mode });
            return door;
        }

        if (input is { Request: DoorModeRequest.LockDownRelease, NeedsSecond: true } && !IsSecond(door, input.Actor))
        {
            draft.Announce(new BuildingEvent(EventKind.LockDownReleaseAsked, draft.At) { Door = door.Door, Mode = door.Mode, Actor = input.Actor, ModeReason = input.Reason });
            return door with { ReleaseAsked = new AskedRelease(input.Actor, draft.Now + SecondWithin) };
        }

        var mode = Target(input.Request);
        var order = new ModeOrder(input.Actor, draft.At) { Reason = input.Reason, Note = input.Note, Until = mode == DoorMode.Unlocked ? draft.Now + input.For : null };
        var changed = mode == door.Mode && order.Until == door.Order?.Until ? door : door with { Mode = mode, Order = order, ReleaseAsked = null };
        if (!ReferenceEquals(changed, door))
        {
            draft.Announce(new BuildingEvent(EventKind.DoorModeChanged, draft.At)
            {
                Door = door.Door, Mode = mode, Actor = input.Actor, ModeReason = input.Reason, Detail = For(order.Until is null ? null : input.For),
            });
        }

        return HoldPolicy.Reconcile(WithoutRelease(changed, mode, draft), situation, draft);
    }

    /// <summary>An unlocking whose time is over, and the first half of a lock-down's end that nobody completed.</summary>
    public static DoorState Advance(DoorState door, DoorSituation situation, TimeSpan until, DecisionDraft draft)
    {
        var next = door.ReleaseAsked?.Until <= until ? door with { ReleaseAsked = null } : door;
        if (!(next.Order?.Until <= until))
        {
            return next;
        }

        draft.Announce(new BuildingEvent(EventKind.DoorModeChanged, draft.At) { Door = door.Door, Mode = DoorMode.Locked, Detail = "the time is over" });
        return HoldPolicy.Reconcile(next with { Mode = DoorMode.Locked, Order = new ModeOrder(null, draft.At) }, situation, draft);
    }

    public static BuildingEvent Refused(PolicyInput.ModeRequested input, string why) =>
        new(EventKind.DoorModeRefused, input.At) { Door = input.Door, Actor = input.Actor, ModeReason = input.Reason, Detail = $"{input.Request}: {why}" };

    // Nobody is his own second. What has run out has been taken away before the input.
    private static bool IsSecond(DoorState door, ActorId actor) => door.ReleaseAsked is { By: var first } && first != actor;

    private static string? For(TimeSpan? time) =>
        time is { } span ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"for {span.TotalMinutes:0.#} min") : null;

    private static string? Refusal(DoorMode mode, DoorModeRequest request) => mode switch
    {
        DoorMode.LockedDown => request == DoorModeRequest.LockDownRelease ? null : "the door is locked down and accepts only LockDownRelease",
        DoorMode.LockedOpen => request == DoorModeRequest.LockOpenRelease ? null : "the door is locked open and accepts only LockOpenRelease",
        DoorMode.Locked or DoorMode.Unlocked or DoorMode.Accessed or DoorMode.Blocked => request switch
        {
            DoorModeRequest.LockDownRelease => "the door is not locked down",
            DoorModeRequest.LockOpenRelease => "the door is not locked open",
            DoorModeRequest.Lock or DoorModeRequest.Unlock or DoorModeRequest.Block or DoorModeRequest.LockDown or DoorModeRequest.LockOpen => null,
        },
    };

    private static DoorMode Target(DoorModeRequest request) => request switch
    {
        DoorModeRequest.Lock or DoorModeRequest.LockDownRelease or DoorModeRequest.LockOpenRelease => DoorMode.Locked,
        DoorModeRequest.Unlock => DoorMode.Unlocked,
        DoorModeRequest.Block => DoorMode.Blocked,
        DoorModeRequest.LockDown => DoorMode.LockedDown,
        DoorModeRequest.LockOpen => DoorMode.LockedOpen,
    };

    // Secured now, not at the end of the pulse. Until a sensor says so the pulse still counts as running: nobody is blamed for a forced door.
    private static DoorState WithoutRelease(DoorState door, DoorMode mode, DecisionDraft draft)
    {
        if (mode is DoorMode.Unlocked or DoorMode.LockedOpen)
        {
            return door;
        }

        if (door.Held is null && (door.Pending is not null || door.Energised is not null))
        {
            ReleasePolicy.Secure(door, draft);
        }

        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return door.Passage is null ? door : door with { Passage = null };
    }
}
