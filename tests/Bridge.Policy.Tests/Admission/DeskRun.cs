using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A day at the desk, told by the clock on its wall. Everything that follows is kept in order.</summary>
sealed class DeskRun
{
    readonly List<(TimeSpan At, Effect Effect)> happened = [];
    TimeSpan elapsed;
    int calls;

    /// <summary>The wall clock of every day that begins on this thread steps by this much, right after its start.</summary>
    [ThreadStatic]
    static TimeSpan clockStep;

    public DeskRun(string clock = "08:00:00", BuildingRules? rules = null, string date = "2026-03-10")
    {
        Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        elapsed = Elapsed(clock);
        Do(new PolicyInput.ConfigurationApplied(Now, rules ?? Rules));
        Do(new PolicyInput.BridgeStarted(Now));
        foreach (var door in State.Doors.Keys)
        {
            Do(new PolicyInput.LinkSensed(Now, door, true, ""));
            Do(new PolicyInput.ContactSensed(Now, door, DoorPhysicalState.Closed));
            Do(new PolicyInput.LockSensed(Now, door, LockPhysicalState.Locked));
        }

        happened.Clear();
        ClockError = clockStep;
    }

    public static T Stepped<T>(TimeSpan step, Func<T> day)
    {
        clockStep = step;
        try
        {
            return day();
        }
        finally
        {
            clockStep = TimeSpan.Zero;
        }
    }

    public DateOnly Date { get; set; }

    /// <summary>How far the clock on the wall is from the time that passed.</summary>
    public TimeSpan ClockError { get; set; }

    public BuildingState State { get; private set; } = BuildingState.Empty;

    public Moment Now => new(elapsed, Building.Morning + elapsed + ClockError);

    public IEnumerable<BuildingEvent> Events => happened.Select(h => h.Effect).OfType<OutboundEffect.Announce>().Select(a => a.Event);

    public IEnumerable<RecordLine> Lines => happened.Select(h => h.Effect).OfType<OutboundEffect.WriteRecord>().Select(w => w.Line);

    public IEnumerable<RecordChange> Changes => happened.Select(h => h.Effect).OfType<OutboundEffect.ChangeRecord>().Select(w => w.Change);

    /// <summary>Pulses that the open key asked for.</summary>
    public int Opened => happened.Count(h => h.Effect is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Evidence });

    public int Dialled => Dials.Count();

    public IEnumerable<PanelId> Dials => happened.Select(h => h.Effect).OfType<DeviceEffect.Dial>().Select(dial => dial.Panel);

    public CaseId Last => State.Admission.Cases.Keys.Last();

    public CaseState Case => State.Admission.Cases[Last];

    public CaseStatus Status => Case.Status;

    /// <summary>The one reason of the last act that was refused.</summary>
    public Refusal? Refused => Events.LastOrDefault(e => e.Kind == EventKind.ActRefused)?.Admission?.Refusal;

    public IEnumerable<Role?> Told => Events.Where(e => e.Kind == EventKind.StaffNotified).Select(e => e.Admission?.Told);

    /// <summary>The times at which something of this kind was announced, as on the wall.</summary>
    public string Times(EventKind kind) => string.Join(" ", happened
        .Where(h => h.Effect is OutboundEffect.Announce announce && announce.Event.Kind == kind)
        .Select(h => (Building.Morning + h.At).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Everything that followed, a word an effect.</summary>
    public string Story => string.Join(" ", happened.Select(h => Words.Of(h.Effect)).OfType<string>());

    public int Count(EventKind kind) => Events.Count(e => e.Kind == kind);

    public DeskRun Do(PolicyInput input)
    {
        var decision = BuildingPolicy.Decide(State, input);
        Assert.True(!(decision.Next.NextDue <= Now.Elapsed) || input is not PolicyInput.Tick, "a tick left something due");
        State = decision.Next;
        happened.AddRange(decision.Effects.Select(effect => (elapsed, effect)));
        return this;
    }

    /// <summary>Time passes to this reading of a right clock; ticks come whenever something is due.</summary>
    public DeskRun At(string clock) => Until(Elapsed(clock));

    public DeskRun After(double seconds) => Until(elapsed + TimeSpan.FromSeconds(seconds));

    public DeskRun Until(TimeSpan until)
    {
        while (BuildingPolicy.NextDue(State) is { } due && due <= until)
        {
            elapsed = due > elapsed ? due : elapsed;
            Do(new PolicyInput.Tick(Now));
        }

        elapsed = until;
        return this;
    }

    /// <summary>Moves the clock without a tick.</summary>
    public DeskRun Jump(TimeSpan until)
    {
        elapsed = until;
        return this;
    }

    public DeskRun Open(Category category, Party? by = null, DoorId? door = null) =>
        Act(new CaseAct.Open(A, door ?? Building.Lobby, category, null), by);

    public DeskRun Act(CaseAct act, Party? by = null) => Do(new PolicyInput.CaseActed(Now, by ?? Assistant, act));

    public DeskRun Act(Func<CaseId, CaseAct> act, Party? by = null) => Act(act(Last), by);

    public DeskRun Press(string? reason = null, Party? by = null, DoorId? door = null) => Act(id => new CaseAct.PressOpen(id, door ?? Case.Door, reason, null), by);

    public DeskRun Reply(Party by, Answer answer, int? headCount = null) =>
        Do(new PolicyInput.RequestActed(Now, by, new RequestAct.Reply(Asked, answer, headCount, null)));

    public DeskRun Acknowledge(Party by) => Do(new PolicyInput.RequestActed(Now, by, new RequestAct.Acknowledge(Asked)));

    public RequestId Asked => Events.Last(e => e.Kind == EventKind.RequestAsked).Admission!.Request!.Value;

    public DeskRun GateSays(GateAct act, Party? by = null) => Do(new PolicyInput.GateActed(Now, by ?? Gate, act));

    public DeskRun OfficeSays(TourAct act, Party? by = null) => Do(new PolicyInput.TourActed(Now, by ?? Office, act));

    public DeskRun PatrolSays(Func<AlertId, AlertAct> act, Party? by = null) =>
        Do(new PolicyInput.AlertActed(Now, by ?? Patrol, act(State.Admission.Alerts.Keys.Last())));

    /// <summary>A new call begins at the panel.</summary>
    public DeskRun Calls(HouseholdFacts household, PanelId? panel = null)
    {
        calls++;
        return Call(CallStep.Started, household, panel);
    }

    public DeskRun Call(CallStep step, HouseholdFacts? household = null, PanelId? panel = null) =>
        Do(new PolicyInput.CallTold(Now, new CallNotice(panel ?? PanelA, new($"call-{calls}"), step, household, null)));

    public DeskRun Released(ReleaseOutcome outcome = ReleaseOutcome.Confirmed, DoorId? door = null)
    {
        var id = door ?? Building.Lobby;
        return Do(new PolicyInput.ReleaseEnded(Now, id, State.Doors[id].Pending?.Access, outcome, "as told"));
    }

    /// <summary>The release is confirmed, somebody opens, goes through, and the door falls shut.</summary>
    public DeskRun GoesIn(DoorId? door = null) => Released(door: door)
        .Do(new PolicyInput.ContactSensed(Now, door ?? Building.Lobby, DoorPhysicalState.Open))
        .Do(new PolicyInput.ContactSensed(Now, door ?? Building.Lobby, DoorPhysicalState.Closed));

    /// <summary>Two full attempts that nobody answers: the panel dials by itself.</summary>
    public DeskRun NobodyAnswers(HouseholdFacts household)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Calls(household).Call(CallStep.Ringing, household).After(30).Call(CallStep.Ended, household);
        }

        return this;
    }

    TimeSpan Elapsed(string clock) =>
        Date.ToDateTime(TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture)) - Building.Morning.DateTime;
}
