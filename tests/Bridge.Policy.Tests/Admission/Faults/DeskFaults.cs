using Bridge.Policy.Admission;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Policies with one mistake each that somebody could make. The laws have to see every one of them.</summary>
static class DeskFaults
{
    public static IReadOnlyDictionary<string, Func<DeskDecider>> All { get; } = new Dictionary<string, Func<DeskDecider>>
    {
        ["nobody looks whether the evidence was used before"] = () => new ReusingPolicy().Decide,
        ["everything expires by the clock on the wall"] = () => WallClockPolicy.Decide,
        ["a late answer is taken"] = () => new LateAnswerPolicy().Decide,
        ["the key opens without any evidence"] = () => (state, input) => BuildingPolicy.Decide(
            Pressed(state, input) is { Category: Category.GovernmentOfficer, Grants.IsEmpty: true, Evidence.IsEmpty: true } one ? Vouched(state, one) : state, input),
        ["a yes holds for two minutes"] = () => (state, input) => BuildingPolicy.Decide(Patient(state), input),
        ["who asked may answer in another role"] = () => (state, input) => BuildingPolicy.Decide(
            state, input is PolicyInput.RequestActed { By.Role: Role.OfficeDutyOfficer } own ? own with { By = Estate.Office } : input),
        ["whoever it is, his answer counts"] = () => (state, input) => BuildingPolicy.Decide(
            state, input is PolicyInput.RequestActed { By.Role: not Role.OfficeDutyOfficer } any ? any with { By = Estate.Office } : input),
        ["a desk may press for another lobby"] = () => (state, input) => BuildingPolicy.Decide(
            state, input is PolicyInput.CaseActed { By.Role: Role.LobbyAssistant, Act: CaseAct.PressOpen } press ? press with { By = Estate.Assistant } : input),
        ["the key opens the door that it names"] = () => (state, input) => BuildingPolicy.Decide(
            input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press } && Pressed(state, input) is { } one ? With(state, one with { Door = press.Door }) : state, input),
        ["the pulse goes to another door"] = () => (state, input) => Told(BuildingPolicy.Decide(state, input), effect =>
            effect is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Evidence } release ? release with { Door = Building.Stairs } : effect),
        ["the pulse may be taken a minute later"] = () => (state, input) => Told(BuildingPolicy.Decide(state, input), effect =>
            effect is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Evidence } release ? release with { Deadline = release.Deadline.Plus(TimeSpan.FromMinutes(1)) } : effect),
        ["a pass opens before its line is on disk"] = () => (state, input) => BuildingPolicy.Decide(
            Pressed(state, input) is { Status: CaseStatus.Recording, Record: { } record } one ? BuildingPolicy.Decide(state, new PolicyInput.RecordStored(input.At, one.Case, record)).Next : state, input),
        ["a start anew keeps what was said before"] = () => (state, input) => input is PolicyInput.BridgeStarted
            ? state.Admission.Cases.Values.Where(one => one.Status == CaseStatus.Cleared)
                .Aggregate(BuildingPolicy.Decide(state, input), (decision, one) => decision with { Next = With(decision.Next, one) })
            : BuildingPolicy.Decide(state, input),
        ["a record's number is left out"] = () => (state, input) => Told(BuildingPolicy.Decide(state, input), effect =>
            effect is OutboundEffect.WriteRecord write ? new OutboundEffect.WriteRecord(write.Line with { Number = write.Line.Number with { Ordinal = write.Line.Number.Ordinal * 2 } }) : effect),
    };

    public static BuildingState With(BuildingState state, CaseState one) =>
        state with { Admission = state.Admission with { Cases = state.Admission.Cases.SetItem(one.Case, one) } };

    /// <summary>The case whose open key is pressed.</summary>
    public static CaseState? Pressed(BuildingState state, PolicyInput input) =>
        input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press } ? state.Admission.Cases.GetValueOrDefault(press.Case) : null;

    static Decision Told(Decision decision, Func<Effect, Effect> say) => decision with { Effects = [.. decision.Effects.Select(say)] };

    static BuildingState Vouched(BuildingState state, CaseState one) => With(state, one with
    {
        Status = CaseStatus.Cleared,
        Request = null,
        Evidence = [new(new(state.Admission.EvidenceCount + 1), EvidenceKind.OfficeYes, null, null, TimeSpan.Zero, TimeSpan.FromDays(1000), null)],
    });

    static BuildingState Patient(BuildingState state) => state with
    {
        Rules = state.Rules with
        {
            Admission = state.Rules.Admission with { Times = state.Rules.Admission.Times with { Consent = TimeSpan.FromMinutes(2), Recognition = TimeSpan.FromMinutes(2) } },
        },
    };
}
