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
    const int Fewest = 20_000;

    static readonly long Sequences = long.TryParse(Environment.GetEnvironmentVariable("ADMISSION_SEQUENCES"), out var set) ? set : Fewest;

    [Fact]
    public void No_sequence_opens_a_door_without_what_speaks_for_it()
    {
        var watch = Stopwatch.StartNew();
        var trials = new DeskTrials();
        var categories = new HashSet<Category>();
        string? broken = null;
        var (first, count) = ulong.TryParse(Environment.GetEnvironmentVariable("ADMISSION_SEED"), out var one) ? (one, 1) : (1UL, Sequences);
        Parallel.For(0, count, () => (Trials: new DeskTrials(), Categories: new HashSet<Category>()), (number, loop, seen) =>
        {
            var laws = new DeskLaws();
            if (DeskWalk.Live(first + (ulong)number, BuildingPolicy.Decide, laws) is { } law)
            {
                Interlocked.CompareExchange(ref broken, $"ADMISSION_SEED={first + (ulong)number}: {law}", null);
                loop.Stop();
            }

            seen.Trials.Add(laws.Trials);
            seen.Categories.UnionWith(laws.Categories);
            return seen;
        }, seen =>
        {
            lock (categories)
            {
                trials.Add(seen.Trials);
                categories.UnionWith(seen.Categories);
            }
        });
        output.WriteLine($"{count} sequences, seeds {first} to {first + (ulong)count - 1}, {count / watch.Elapsed.TotalSeconds:0} sequences/s");
        output.WriteLine($"{trials}: {(broken is null ? "nothing opened that may not" : "a law is broken")}");
        output.WriteLine($"opened for {string.Join(", ", categories.Order())}");
        Assert.True(broken is null, broken);
        Assert.True(count < Fewest || categories.Count == Enum.GetValues<Category>().Length - 1, "a category that never opens proves nothing");
    }

    public static TheoryData<string> Faults => [.. DeskFaults.All.Keys];

    [Theory, MemberData(nameof(Faults))]
    public void A_policy_with_a_fault_breaks_a_law(string fault)
    {
        for (ulong seed = 1; seed <= Fewest; seed++)
        {
            // Each life has a policy of its own: some of them remember.
            if (DeskWalk.Live(seed, DeskFaults.All[fault](), new DeskLaws { Exact = false }) is { } law)
            {
                output.WriteLine($"{fault}: found after {seed} of {Fewest} sequences: {law}");
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
            var live = DeskWalk.Morning;
            DeskWalk.Live(seed, (state, input) =>
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
            var replayed = inputs.Aggregate(DeskWalk.Morning, (state, input) => BuildingPolicy.Decide(state, input).Next);
            Assert.Equal(Snapshot.Of(live), Snapshot.Of(replayed));
        }
    }
}
