using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Explaining;

/// <summary>What a door did that belongs to no access: held by a mode or a fire, left from inside, forced.</summary>
internal static class DoorReading
{
    /// <param name="turn">What was told together with it.</param>
    public static Verdict Read(BuildingEvent happened, IReadOnlyList<Told> turn, DoorPast past) => happened.Kind switch
    {
        EventKind.DoorForcedOpen => new Verdict(Outcome.Opened, Cause.Forced, happened),
        EventKind.DoorOpened => turn.Any(step => step.Kind == EventKind.DoorForcedOpen && step.Event!.Door == happened.Door)
            ? new Verdict(Outcome.Opened, Cause.Forced, happened)
            : Because(Outcome.Opened, happened, past),
        EventKind.LockReleased => Because(Outcome.Held, happened, past with { Exit = null }),
        EventKind.DoorModeChanged => happened.Mode is DoorMode.Unlocked or DoorMode.LockedOpen
            ? new Verdict(Outcome.Held, Cause.Mode, happened)
            : new Verdict(Outcome.NotOpened, Cause.Mode, happened),
        EventKind.DoorModeRefused => new Verdict(Outcome.NotOpened, Cause.ModeRefused, happened),
        EventKind.FireAlarm => new Verdict(Outcome.Held, Cause.Fire, happened),
        EventKind.ReleaseRefused or EventKind.ReleaseNotSent or EventKind.ReleaseOutcomeUnknown =>
            Because(happened.Kind == EventKind.ReleaseOutcomeUnknown ? Outcome.Unknown : Outcome.NotOpened, happened, past with { Exit = null }),
        EventKind.AccessDenied or EventKind.StaleReadIgnored => new Verdict(Outcome.NotOpened, Cause.Denied, happened),
        _ => new Verdict(Outcome.Nothing, Cause.Nothing, happened),
    };

    // A fire goes before a mode: it releases also where the mode would not.
    private static Verdict Because(Outcome outcome, BuildingEvent happened, DoorPast past) => past switch
    {
        { Fire: { } alarm } => new Verdict(outcome, Cause.Fire, alarm),
        { HeldByMode: true } => new Verdict(outcome, Cause.Mode, past.Mode),
        { Exit: { } exit } => new Verdict(outcome, Cause.Exit, exit),
        _ => new Verdict(outcome, Cause.NotKnown, happened),
    };
}
