using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using CsCheck;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Properties;

/// <summary>
/// Random lives of a building against the laws. A failure prints the seed; run that one again with CsCheck_Seed. More lives, for a night:
/// POLICY_LIVES=100000.
/// </summary>
[Trait("Pace", "slow")]
public class BuildingPropertyTests(ITestOutputHelper output)
{
    delegate Decision Decider(BuildingState state, PolicyInput input);

    static readonly int Lives = int.TryParse(Environment.GetEnvironmentVariable("POLICY_LIVES"), out var lives) ? lives : 60;

    [Fact]
    public void The_laws_hold()
    {
        long steps = 0, releases = 0, pulses = 0, alarms = 0;
        Life.Steps.Sample(
            life =>
            {
                var laws = new Laws();
                var broken = Live(life, BuildingPolicy.Decide, laws, out var lived);
                Interlocked.Add(ref steps, lived);
                Interlocked.Add(ref releases, laws.Releases);
                Interlocked.Add(ref pulses, laws.Pulses);
                Interlocked.Add(ref alarms, laws.Alarms);
                Assert.True(broken is null, broken);
            },
            writeLine: output.WriteLine,
            seed: Environment.GetEnvironmentVariable("CsCheck_Seed"),
            iter: Lives,
            threads: 1);
        output.WriteLine($"{Lives} lives, {steps} decisions, {releases} releases, {pulses} of them for a credential, {alarms} alarms, 0 laws broken");
        Assert.True(pulses > Lives, "lives without releases prove nothing");
        Assert.True(alarms > Lives, "lives without alarms prove nothing");
    }

    public static TheoryData<string> Faults => [.. Seeded.Keys];

    [Theory, MemberData(nameof(Faults))]
    public void A_policy_with_a_fault_breaks_a_law(string fault)
    {
        string? found = null;
        var trials = 0;
        Life.Steps.Sample(
            life =>
            {
                trials++;
                found ??= Live(life, Seeded[fault], new Laws(), out _);
            },
            seed: "0000KoIuXyz1",
            iter: Lives,
            threads: 1);
        Assert.True(found is not null, $"{trials} lives did not find: {fault}");
        output.WriteLine($"{fault}: {found}");
    }

    [Fact]
    public void A_life_replayed_ends_in_the_same_state()
    {
        Life.Steps.Sample(
            life =>
            {
                var inputs = new List<PolicyInput>();
                var live = BuildingState.Empty;
                Live(life, Recorded, new Laws(), out _);
                var replayed = inputs.Aggregate(BuildingState.Empty, (state, input) => BuildingPolicy.Decide(state, input).Next);
                Assert.Equal(Snapshot.Of(live), Snapshot.Of(replayed));

                Decision Recorded(BuildingState state, PolicyInput input)
                {
                    var decision = BuildingPolicy.Decide(state, input);
                    live = decision.Next;
                    if (!ReferenceEquals(state, decision.Next) || decision.Effects.Count > 0)
                    {
                        // Only what the host would journal.
                        inputs.Add(input);
                    }

                    return decision;
                }
            },
            writeLine: output.WriteLine,
            iter: Lives / 4,
            threads: 1);
    }

    // Each is a mistake somebody could make; the laws have to see it.
    static readonly Dictionary<string, Decider> Seeded = new()
    {
        ["the pulse is sent twice"] = Spoilt((_, _, effects) => effects.OfType<DeviceEffect.ReleaseLock>()),
        ["an unknown outcome is tried again"] = Spoilt((state, input, _) =>
            input is PolicyInput.ReleaseEnded { Outcome: ReleaseOutcome.Unknown, Access: { } access } ended
                ? [new DeviceEffect.ReleaseLock(input.At, ended.Door, access, Seconds(5), ReleaseCause.Credential)]
                : []),
        ["the return of a link releases"] = Spoilt((_, input, _) => input is PolicyInput.LinkSensed { Online: true } link
            ? [new DeviceEffect.ReleaseLock(input.At, link.Door, null, Seconds(20), ReleaseCause.HoldMode)]
            : []),
        ["a stale read opens"] = (state, input) => BuildingPolicy.Decide(
            state,
            input is PolicyInput.CredentialPresented { Read: { QueuedWhileOffline: true } read } presented
                ? presented with { Read = read with { QueuedWhileOffline = false } }
                : input),
        ["forced open is not noticed"] = Without(e => e is OutboundEffect.Announce { Event.Kind: EventKind.DoorForcedOpen }),
        ["an alarm is never restored"] = Without(e => e is OutboundEffect.Announce { Event.Kind: EventKind.DoorForcedOpenRestored }),
        ["a grant is not told"] = Without(e => e is OutboundEffect.Announce { Event.Kind: EventKind.AccessGranted }),
        ["every opening is an alarm"] = Spoilt((_, _, effects) => effects
            .Where(e => e is OutboundEffect.Announce { Event.Kind: EventKind.AccessTaken })
            .Select(e => new OutboundEffect.Announce(((OutboundEffect.Announce)e).Event with { Kind = EventKind.DoorForcedOpen }))),
    };

    static Decider Spoilt(Func<BuildingState, PolicyInput, IReadOnlyList<Effect>, IEnumerable<Effect>> more) => (state, input) =>
    {
        var decision = BuildingPolicy.Decide(state, input);
        return decision with { Effects = [.. decision.Effects, .. more(state, input, decision.Effects)] };
    };

    static Decider Without(Predicate<Effect> lost) => (state, input) =>
    {
        var decision = BuildingPolicy.Decide(state, input);
        return decision with { Effects = [.. decision.Effects.Where(e => !lost(e))] };
    };

    static string? Live(Life.Step[] life, Decider decide, Laws laws, out int steps)
    {
        var (state, now) = (BuildingState.Empty, TimeSpan.Zero);
        string? broken = null;
        var count = 0;
        Do(new PolicyInput.ConfigurationApplied(At(0), Rules));
        foreach (var door in state.Doors.Keys)
        {
            Do(new PolicyInput.LinkSensed(At(0), door, true, ""));
        }

        foreach (var step in life)
        {
            Wait(step);
            foreach (var release in Do(step.Input(Now())).OfType<DeviceEffect.ReleaseLock>())
            {
                Do(new PolicyInput.ReleaseEnded(Now(), release.Door, release.Access, step.Outcome, ""));
            }
        }

        steps = count;
        return broken;

        Moment Now() => new(now, Morning + now);

        void Wait(Life.Step step)
        {
            var until = now + step.Wait;
            while (step.Ticked && BuildingPolicy.NextDue(state) is { } due && due <= until)
            {
                now = due > now ? due : now;
                Do(new PolicyInput.Tick(Now()));
                if (BuildingPolicy.NextDue(state) <= now)
                {
                    broken ??= "a tick left something due";
                    break;
                }
            }

            now = until;
        }

        IReadOnlyList<Effect> Do(PolicyInput input)
        {
            var decision = decide(state, input);
            broken ??= laws.Broken(state, input, decision) is { } law ? $"step {count}, {input}: {law}" : null;
            state = decision.Next;
            count++;
            return decision.Effects;
        }
    }
}
