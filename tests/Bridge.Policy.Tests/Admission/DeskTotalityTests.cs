using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Every act by everybody wherever a case can stand: done, or refused with one reason and nothing changed.</summary>
public class DeskTotalityTests(ITestOutputHelper output)
{
    // What was stated stays for the record although the question could not be asked, and an emergency is told although its door is blocked.
    static readonly Refusal?[] Noted = [Refusal.NoStation, Refusal.HouseholdBusy];

    [Fact, Trait("Pace", "slow")]
    public void A_refused_act_has_one_reason_and_changes_nothing()
    {
        var (done, refused) = (0, 0);
        foreach (var (name, scene) in DeskScenes.All)
        {
            var desk = scene();
            var before = Untouched(desk.State);
            foreach (var input in DeskInputs.All(desk.Now))
            {
                var decision = BuildingPolicy.Decide(desk.State, input);
                var reasons = decision.Effects.OfType<OutboundEffect.Announce>().Where(a => a.Event.Kind == EventKind.ActRefused).Select(a => a.Event.Admission!.Refusal).ToList();
                if (reasons.Count == 0)
                {
                    done++;
                    continue;
                }

                refused++;
                Assert.True(reasons.Count == 1 && reasons[0] is not null, $"{name}: {input} has {reasons.Count} reasons");
                Assert.True(Noted.Contains(reasons[0]) || input is PolicyInput.CaseActed { Act: CaseAct.EmergencyEntry } || before == Untouched(decision.Next), $"{name}: {input} was refused and changed something");
                Assert.DoesNotContain(decision.Effects, e => e is OutboundEffect.WriteRecord or OutboundEffect.ChangeRecord or DeviceEffect.ReleaseLock);
            }
        }

        output.WriteLine($"{DeskScenes.All.Count} scenes, {done} acts done, {refused} refused");
        Assert.True(refused > 10_000, $"only {refused}");
        Assert.Equal(Enum.GetValues<CaseStatus>().ToHashSet(), DeskScenes.All.Values.Select(scene => scene().State.Admission.Cases[new(1)].Status).ToHashSet());
    }

    public static TheoryData<string> Scenes => [.. DeskScenes.All.Keys];

    /// <summary>Whatever is not named is refused, and for every one who is not the desk or its lead everything is.</summary>
    [Theory, MemberData(nameof(Scenes))]
    public void Only_these_acts_are_done(string scene)
    {
        var desk = DeskScenes.All[scene]();
        var done = DeskInputs.Acts(new(1)).Where(act => IsDone(desk, act, act is CaseAct.UsePaperSheet ? TeamLead : Assistant)).Select(act => act.GetType().Name);
        var acts = string.Join(" ", done.Where(name => name is not ("Open" or "EmergencyEntry" or "AmendRecord")));
        Assert.Equal(DeskDone.Acts[scene], acts);
        foreach (var by in new[] { AssistantB, Gate, ControlRoom, Office, Supervisor, Patrol, new(Assistant.Actor, Role.FrontDesk, A), new(Assistant.Actor, Role.LobbyAssistant, null) })
        {
            Assert.DoesNotContain(DeskInputs.Acts(new(1)), act => act is not (CaseAct.Open or CaseAct.EmergencyEntry or CaseAct.AmendRecord) && IsDone(desk, act, by));
        }
    }

    static bool IsDone(DeskRun desk, CaseAct act, Party by) => BuildingPolicy.Decide(desk.State, new PolicyInput.CaseActed(desk.Now, by, act)).Effects
        .All(e => e is not OutboundEffect.Announce { Event.Kind: EventKind.ActRefused });

    // A touch, a try and what was heard are noted also when the act is refused.
    static string Untouched(BuildingState state)
    {
        var cases = state.Admission.Cases.ToBuilder();
        foreach (var (id, one) in state.Admission.Cases)
        {
            cases[id] = one with { TouchedAt = TimeSpan.Zero, NameTries = 0, Owner = null };
        }

        return Snapshot.Of(state.Admission with { Cases = cases.ToImmutable(), NextDue = null });
    }
}
