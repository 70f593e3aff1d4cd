using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Policy;

/// <summary>Everything that can happen to the building. Whatever a decision needs to know is inside the input; the policy asks nobody.</summary>
public abstract record PolicyInput
{
    // The hierarchy is closed: the nested records are the only inputs.
    private PolicyInput(Moment at) => At = at;

    public Moment At { get; init; }

    /// <summary>The configuration in force from now on. Journalled whole, so that the journal alone replays.</summary>
    public sealed record ConfigurationApplied(Moment At, BuildingRules Rules) : PolicyInput(At);

    /// <summary>The service started: what the sensors said before is not known to be true any more, and pulses in flight have ended by themselves.</summary>
    public sealed record BridgeStarted(Moment At) : PolicyInput(At);

    /// <summary>Time passes. Sent at least every 250 ms while something is pending.</summary>
    public sealed record Tick(Moment At) : PolicyInput(At);

    public sealed record ContactSensed(Moment At, DoorId Door, DoorPhysicalState Contact) : PolicyInput(At);

    public sealed record LockSensed(Moment At, DoorId Door, LockPhysicalState Lock) : PolicyInput(At);

    /// <summary>The release output itself was seen on or off, read back from the device.</summary>
    public sealed record OutputSensed(Moment At, DoorId Door, bool On) : PolicyInput(At);

    /// <param name="Active">Null while the input cannot be read.</param>
    public sealed record RequestToExit(Moment At, DoorId Door, bool? Active) : PolicyInput(At);

    /// <param name="Active">Null while the input cannot be read.</param>
    public sealed record TamperSensed(Moment At, DoorId Door, bool? Active) : PolicyInput(At);

    /// <summary>The unit of this door's lock went away or came back. It never moves a lock.</summary>
    public sealed record LinkSensed(Moment At, DoorId Door, bool Online, string Detail) : PolicyInput(At);

    /// <summary>The unit of this access point, which carries no lock, went away or came back.</summary>
    public sealed record AccessPointLinkSensed(Moment At, AccessPointId AccessPoint, bool Online, string Detail) : PolicyInput(At);

    /// <summary>A reader is not to be trusted any more, or is again.</summary>
    public sealed record ReaderTrustSensed(Moment At, AccessPointId AccessPoint, ReaderTrust Trust, string Detail) : PolicyInput(At);

    /// <summary>A reader is given a key, at a person's order.</summary>
    /// <param name="AccessPoint">Null for a reader that no door reads cards from.</param>
    /// <param name="Actor">Null where it ended by itself.</param>
    /// <param name="Detail">Names the reader, and says how it ended. Never a key.</param>
    public sealed record ReaderEnrolment(Moment At, AccessPointId? AccessPoint, EnrolmentStep Step, ActorId? Actor, string Detail) : PolicyInput(At);

    /// <summary>A credential was read, and the register's answer to it.</summary>
    public sealed record CredentialPresented(Moment At, AccessPointId AccessPoint, CredentialRead Read) : PolicyInput(At);

    /// <summary>What became of a release that was asked for.</summary>
    public sealed record ReleaseEnded(Moment At, DoorId Door, AccessId? Access, ReleaseOutcome Outcome, string Detail) : PolicyInput(At);

    public sealed record FireSensed(Moment At, FireInputId Input, FireReading Reading) : PolicyInput(At);

    public sealed record FireAcknowledged(Moment At, ActorId Actor) : PolicyInput(At);

    public sealed record ModeRequested(Moment At, DoorId Door, DoorModeRequest Request, ActorId Actor) : PolicyInput(At)
    {
        /// <summary>Null for the person at this machine.</summary>
        public ModeReason? Reason { get; init; }

        /// <summary>The sealed words beside the reason.</summary>
        public SealedPerson? Note { get; init; }

        /// <summary>How long an unlocking lasts; null until somebody ends it.</summary>
        public TimeSpan? For { get; init; }

        /// <summary>A lock-down ends only when a second person asks for it too.</summary>
        public bool NeedsSecond { get; init; }
    }

    /// <summary>A person says that the clock is right after all: what was known of the time before was wrong.</summary>
    public sealed record ClockAccepted(Moment At, ActorId Actor) : PolicyInput(At);

    /// <summary>A supervisor ends the lock-out of a keypad.</summary>
    public sealed record LockoutReset(Moment At, AccessPointId AccessPoint, ActorId Actor) : PolicyInput(At);

    /// <summary>The desk did something.</summary>
    public sealed record CaseActed(Moment At, Party By, CaseAct Act) : PolicyInput(At);

    /// <summary>The control room or the office took up a question or answered it.</summary>
    public sealed record RequestActed(Moment At, Party By, RequestAct Act) : PolicyInput(At);

    /// <summary>The gate post announced, confirmed or called off.</summary>
    public sealed record GateActed(Moment At, Party By, GateAct Act) : PolicyInput(At);

    /// <summary>The office booked a tour or called it off.</summary>
    public sealed record TourActed(Moment At, Party By, TourAct Act) : PolicyInput(At);

    /// <summary>The patrol did something about its task.</summary>
    public sealed record AlertActed(Moment At, Party By, AlertAct Act) : PolicyInput(At);

    /// <summary>Somebody did something about an alarm.</summary>
    public sealed record AlarmActed(Moment At, Party By, AlarmAct Act) : PolicyInput(At);

    /// <summary>An intercom said something of a call.</summary>
    public sealed record CallTold(Moment At, CallNotice Notice) : PolicyInput(At);

    /// <summary>The line of the visitor log that a release waits for is on disk.</summary>
    public sealed record RecordStored(Moment At, CaseId Case, RecordNumber Record) : PolicyInput(At);

    /// <summary>Something happened around an account or a client. It decides nothing here; it has to be remembered.</summary>
    /// <param name="Actor">Whose account, where that is known; opaque.</param>
    /// <param name="Detail">Never a name, an address or a secret.</param>
    public sealed record SecurityNoticed(Moment At, SecurityMatter Matter, ActorId? Actor, string Detail) : PolicyInput(At);
}
