using System.Diagnostics;
using Bridge.Policy.Admission;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>
/// Random sequences of work at the desk against the laws of <see cref="DeskLaws"/>. The long form: ADMISSION_SEQUENCES=10000000, in Release. A
/// failure names its seed: ADMISSION_SEED runs that one alone.
/// </summary>
[Trait("Pace", "slow")]
public class DeskPropertyTests(ITestOutputHelper output)
{
    const int Steps = 20;
    const int Fewest = 20_000;

    delegate Decision Decider(BuildingState state, PolicyInput input);

    static readonly long Sequences = long.TryParse(Environment.GetEnvironmentVariable("ADMISSION_SEQUENCES"), out var set) ? set : Fewest;
    static readonly BuildingState Morning = Start();

    [Fact]
    public void No_sequence_opens_a_door_without_what_speaks_for_it()
    {
        var watch = Stopwatch.StartNew();
        long openings = 0;
        var categories = new HashSet<Category>();
        string? broken = null;
        var (first, count) = ulong.TryParse(Environment.GetEnvironmentVariable("ADMISSION_SEED"), out var one) ? (one, 1) : (1UL, Sequences);
        Parallel.For(0, count, () => (Openings: 0L, Categories: new HashSet<Category>()), (number, loop, seen) =>
        {
            var laws = new DeskLaws();
            if (Live(first + (ulong)number, BuildingPolicy.Decide, laws) is { } law)
            {
                Interlocked.CompareExchange(ref broken, $"ADMISSION_SEED={first + (ulong)number}: {law}", null);
                loop.Stop();
            }

            seen.Categories.UnionWith(laws.Categories);
            return (seen.Openings + laws.Openings, seen.Categories);
        }, seen =>
        {
            Interlocked.Add(ref openings, seen.Openings);
            lock (categories)
            {
                categories.UnionWith(seen.Categories);
            }
        });
        output.WriteLine($"{count} sequences, {openings} openings, {count / watch.Elapsed.TotalSeconds:0} sequences/s, opened for {string.Join(", ", categories.Order())}");
        Assert.True(broken is null, broken);
        Assert.True(count < Fewest || categories.Count == Enum.GetValues<Category>().Length - 1, "a category that never opens proves nothing");
    }

    public static TheoryData<string> Faults => [.. Seeded.Keys];

    [Theory, MemberData(nameof(Faults))]
    public void A_policy_with_a_fault_breaks_a_law(string fault)
    {
        for (ulong seed = 1; seed <= Fewest; seed++)
        {
            if (Live(seed, Seeded[fault], new DeskLaws { Exact = false }) is { } law)
            {
                output.WriteLine($"sequence {seed}: {law}");
                return;
            }
        }

        Assert.Fail($"{Fewest} sequences did not find: {fault}");
    }

    [Fact]
    public void A_sequence_replayed_ends_in_the_same_state()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var inputs = new List<PolicyInput>();
            var live = Morning;
            Live(seed, (state, input) =>
            {
                var decision = BuildingPolicy.Decide(state, input);
                live = decision.Next;
                if (!ReferenceEquals(state, live) || decision.Effects.Count > 0)
                {
                    // Only what the host would journal.
                    inputs.Add(input);
                }

                return decision;
            }, new DeskLaws());
            var replayed = inputs.Aggregate(Morning, (state, input) => BuildingPolicy.Decide(state, input).Next);
            Assert.Equal(Snapshot.Of(live), Snapshot.Of(replayed));
        }
    }

    // Each is a mistake somebody could make; the laws have to see it.
    static readonly Dictionary<string, Decider> Seeded = new()
    {
        ["a grant can be used again"] = (state, input) => input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press } && Behind(state, press.Case) is { } cleared
            ? BuildingPolicy.Decide(cleared, input)
            : BuildingPolicy.Decide(state, input),
        ["evidence is aged by the wall clock, which was put back"] = (state, input) => input is PolicyInput.CaseActed { Act: CaseAct.PressOpen } press
            ? InTime(BuildingPolicy.Decide(state, press with { At = Back(press.At) }), press.At)
            : input is PolicyInput.Tick tick ? BuildingPolicy.Decide(state, tick with { At = Back(tick.At) }) : BuildingPolicy.Decide(state, input),
        ["a late answer is taken"] = (state, input) => BuildingPolicy.Decide(
            input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press } && Forged(state, press.Case) is { } forged ? forged : state, input),
        ["who asked may answer in another role"] = (state, input) => BuildingPolicy.Decide(
            state, input is PolicyInput.RequestActed { By.Role: Role.OfficeDutyOfficer } own ? own with { By = Estate.Office } : input),
        ["the pulse goes to another door"] = (state, input) =>
        {
            var decision = BuildingPolicy.Decide(state, input);
            return decision with
            {
                Effects = [.. decision.Effects.Select(e => e is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Evidence } release ? release with { Door = Building.Stairs } : e)],
            };
        },
        ["a record's number is left out"] = (state, input) =>
        {
            var decision = BuildingPolicy.Decide(state, input);
            return decision with { Effects = [.. decision.Effects.Select(e => e is OutboundEffect.WriteRecord write ? new OutboundEffect.WriteRecord(write.Line with { Number = write.Line.Number with { Ordinal = write.Line.Number.Ordinal * 2 } }) : e)] };
        },
    };

    // Only the age of the evidence is spoilt, not the deadline of the pulse.
    static Decision InTime(Decision decision, Moment at) => decision with
    {
        Effects = [.. decision.Effects.Select(e => e is DeviceEffect.ReleaseLock release ? release with { Deadline = at.Plus(TimeSpan.FromSeconds(15)) } : e)],
    };

    static Moment Back(Moment at) => at with { Elapsed = at.Elapsed - TimeSpan.FromSeconds(90) };

    // As if the grant had not been noted: the case stands cleared again.
    static BuildingState? Behind(BuildingState state, CaseId id) =>
        state.Admission.Cases.TryGetValue(id, out var one) && one.Status is CaseStatus.Opening or CaseStatus.Entered && !one.Grants.IsEmpty
            ? With(state, one! with { Status = CaseStatus.Cleared, Grants = [], Evidence = [Yes(one, state)] })
            : null;

    static BuildingState? Forged(BuildingState state, CaseId id) =>
        state.Admission.Cases.TryGetValue(id, out var one) && one.Category == Category.GovernmentOfficer && one.Grants.IsEmpty && one.Evidence.IsEmpty
            ? With(state, one with { Status = CaseStatus.Cleared, Request = null, Evidence = [Yes(one, state)] })
            : null;

    static Evidence Yes(CaseState one, BuildingState state) => new(
        new(state.Admission.EvidenceCount + 1),
        one.Category switch
        {
            Category.GovernmentOfficer or Category.Tour => EvidenceKind.OfficeYes,
            Category.ListedLeader => EvidenceKind.RecognisedLeader,
            Category.ForgottenCard => EvidenceKind.RecognisedResident,
            _ => EvidenceKind.HouseholdYes,
        },
        null, null, TimeSpan.Zero, TimeSpan.FromDays(1000), null);

    static BuildingState With(BuildingState state, CaseState one) =>
        state with { Admission = state.Admission with { Cases = state.Admission.Cases.SetItem(one.Case, one) } };

    static BuildingState Start()
    {
        var desk = new DeskRun("09:00:00");
        return desk.State;
    }

    static string? Live(ulong seed, Decider decide, DeskLaws laws)
    {
        var life = new DeskLife(seed);
        var state = Morning;
        var now = Tuesday;
        string? broken = null;
        for (var step = 0; step < Steps && broken is null; step++)
        {
            var until = now + life.Wait();
            while (broken is null && BuildingPolicy.NextDue(state) is { } due && due <= until)
            {
                now = due > now ? due : now;
                if (Do(new PolicyInput.Tick(At(now))).Count == 0 && BuildingPolicy.NextDue(state) <= now)
                {
                    break;
                }
            }

            now = until;
            foreach (var release in Do(life.Next(state, At(now))).OfType<DeviceEffect.ReleaseLock>().Where(one => one.Cause == ReleaseCause.Evidence).ToList())
            {
                Do(new PolicyInput.ReleaseEnded(At(now), release.Door, release.Access, (ReleaseOutcome)Math.Max(0, life.Below(8) - 4), ""));
            }
        }

        return broken;

        IReadOnlyList<Effect> Do(PolicyInput input)
        {
            var decision = decide(state, input);
            broken ??= laws.Broken(state, input, decision) is { } law ? $"{input}: {law}" : null;
            state = decision.Next;
            return decision.Effects;
        }
    }

    static readonly TimeSpan Tuesday = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Unspecified) - Building.Morning.DateTime;

    static Moment At(TimeSpan elapsed) => new(elapsed, Building.Morning + elapsed);
}
