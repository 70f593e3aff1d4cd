using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Support;

/// <summary>A building lived through step by step. Every step is decided twice: the policy is pure or the test fails.</summary>
sealed class Run
{
    readonly List<string> log = [];
    TimeSpan elapsed;

    public Run(BuildingRules? rules = null)
    {
        Do(new PolicyInput.ConfigurationApplied(Now, rules ?? Rules));
        Do(new PolicyInput.BridgeStarted(Now));
        foreach (var door in State.Doors.Keys)
        {
            Do(new PolicyInput.LinkSensed(Now, door, true, ""));
            Do(new PolicyInput.ContactSensed(Now, door, DoorPhysicalState.Closed));
            Do(new PolicyInput.LockSensed(Now, door, LockPhysicalState.Locked));
            Do(new PolicyInput.OutputSensed(Now, door, false));
        }

        log.Clear();
    }

    public BuildingState State { get; private set; } = BuildingState.Empty;

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public Moment Now => new(elapsed, Morning + elapsed);

    /// <summary>Everything since the last look, one word an effect, as in "AccessGranted".</summary>
    public string Log
    {
        get
        {
            var all = string.Join(" ", log);
            log.Clear();
            return all;
        }
    }

    public DoorState Door(DoorId door) => State.Doors[door];

    public AccessPointState Point(AccessPointId point) => State.AccessPoints[point];

    public BuildingEvent Event(EventKind kind) =>
        Effects.OfType<OutboundEffect.Announce>().Select(a => a.Event).Single(e => e.Kind == kind);

    public Run Do(PolicyInput input)
    {
        var before = Snapshot.Of(State);
        var decision = BuildingPolicy.Decide(State, input);
        var again = BuildingPolicy.Decide(State, input);
        Assert.Equal(before, Snapshot.Of(State));
        Assert.Equal(Snapshot.Of(decision.Next), Snapshot.Of(again.Next));
        Assert.Equal(decision.Effects, again.Effects);
        (State, Effects) = decision;
        log.AddRange(Effects.Select(Word));
        return this;
    }

    /// <summary>Lets time pass to this second since the start, ticking whenever the policy says that it is due.</summary>
    public Run Until(double second)
    {
        while (BuildingPolicy.NextDue(State) is { } due && due <= Seconds(second))
        {
            elapsed = due > elapsed ? due : elapsed;
            Do(new PolicyInput.Tick(Now));
            Assert.True(!(BuildingPolicy.NextDue(State) <= Now.Elapsed), "a tick that leaves something due would be sent for ever");
        }

        elapsed = Seconds(second);
        return this;
    }

    /// <summary>Moves the clock without a tick.</summary>
    public Run Jump(double second)
    {
        elapsed = Seconds(second);
        return this;
    }

    public Run Present(AccessPointId point, CredentialRead read) => Do(new PolicyInput.CredentialPresented(Now, point, read));

    public Run Card(params CredentialFacts[] facts) => Present(LobbyReader, People.ReadOf(facts));

    public Run Ended(ReleaseOutcome outcome, DoorId? door = null, long? access = null) => Do(new PolicyInput.ReleaseEnded(
        Now, door ?? Lobby, access is { } number ? new AccessId(number) : Door(door ?? Lobby).Pending?.Access, outcome, "as told"));

    public Run Contact(DoorPhysicalState contact, DoorId? door = null) => Do(new PolicyInput.ContactSensed(Now, door ?? Lobby, contact));

    public Run Lock(LockPhysicalState reading, DoorId? door = null) => Do(new PolicyInput.LockSensed(Now, door ?? Lobby, reading));

    public Run Output(bool on, DoorId? door = null) => Do(new PolicyInput.OutputSensed(Now, door ?? Lobby, on));

    public Run Exit(bool? active, DoorId? door = null) => Do(new PolicyInput.RequestToExit(Now, door ?? Lobby, active));

    /// <summary>The one unit that carries the whole door goes away: the lock is out of reach and no sensor can be read.</summary>
    public Run Lost(DoorId? door = null) => Link(false, door)
        .Contact(DoorPhysicalState.Unknown, door).Lock(LockPhysicalState.Unknown, door).Exit(null, door);

    public Run Link(bool online, DoorId? door = null) => Do(new PolicyInput.LinkSensed(Now, door ?? Lobby, online, "as told"));

    public Run Mode(DoorModeRequest request, DoorId? door = null) => Do(new PolicyInput.ModeRequested(Now, door ?? Lobby, request, new("lead")));

    /// <summary>Somebody at a screen asks, with a reason.</summary>
    public Run Asks(string who, DoorModeRequest request, int? minutes = null) => Do(new PolicyInput.ModeRequested(Now, Lobby, request, new(who))
    {
        Reason = ModeReason.Threat, For = minutes is { } span ? TimeSpan.FromMinutes(span) : null, NeedsSecond = true,
    });

    public Run Fire(FireReading reading, FireInputId? input = null) => Do(new PolicyInput.FireSensed(Now, input ?? Panel, reading));

    public Run Acknowledge() => Do(new PolicyInput.FireAcknowledged(Now, new("lead")));

    public Run Restart() => Do(new PolicyInput.BridgeStarted(Now));

    public static string Word(Effect effect) => effect switch
    {
        OutboundEffect.Announce { Event: { Reason: { } reason } e } => $"{e.Kind}({reason})",
        OutboundEffect.Announce announce => announce.Event.Kind.ToString(),
        DeviceEffect.ReleaseLock release => $"release({release.Cause} {release.For.TotalSeconds:0.#}s)",
        DeviceEffect.SecureLock => "secure",
        DeviceEffect.ShowFeedback show => $"show({show.Feedback})",
        _ => throw new NotSupportedException(effect.GetType().Name),
    };
}
