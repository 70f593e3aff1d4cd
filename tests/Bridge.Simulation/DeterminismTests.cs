using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Simulation.Lives;
using Bridge.Simulation.Replays;

namespace Bridge.Simulation;

/// <summary>The same state and the same input have the same end, whoever holds them: that is what replay rests on.</summary>
public sealed class DeterminismTests(ITestOutputHelper output)
{
    private delegate Decision Decider(BuildingState state, PolicyInput input);

    [Fact]
    public async Task DecidingTwiceIsDecidingOnce()
    {
        var decisions = 0;
        for (var seed = 201; seed <= 206; seed++)
        {
            var life = await Seed.LiveAsync(new LifeOptions(seed), TestContext.Current.CancellationToken);
            var (difference, count) = Difference(life, BuildingPolicy.Decide);
            Assert.True(difference is null, $"seed {seed}: {difference}");
            decisions += count;
        }

        output.WriteLine($"0 differences of {decisions} decisions made twice, on values read back from their written form");
        Assert.True(decisions > 1000, "too few decisions to prove anything");
    }

    // Things that a policy must not look at: how often it was asked, and whether it is given the same object again.
    [Fact]
    public async Task APolicyWithAMemoryOfItsOwnIsFound()
    {
        var life = await Seed.LiveAsync(new LifeOptions(201, Acts: 40), TestContext.Current.CancellationToken);
        var asked = 0L;
        Decision Counting(BuildingState state, PolicyInput input)
        {
            var decision = BuildingPolicy.Decide(state, input);
            return decision with { Next = decision.Next with { AccessCount = decision.Next.AccessCount + (++asked % 2) } };
        }

        var seen = new HashSet<BuildingState>(ReferenceEqualityComparer.Instance);
        Decision Recognising(BuildingState state, PolicyInput input)
        {
            var decision = BuildingPolicy.Decide(state, input);
            seen.Add(decision.Next);
            return seen.Contains(state) ? decision with { Effects = [.. decision.Effects, .. decision.Effects] } : decision;
        }

        foreach (var faulty in (Decider[])[Counting, Recognising])
        {
            var (difference, count) = Difference(life, faulty);
            Assert.True(difference is not null, $"{count} decisions of a faulty policy look alike");
            output.WriteLine($"found after {count} decisions: {difference}");
        }
    }

    private static (string? Difference, int Decisions) Difference(LifeReport life, Decider decide)
    {
        var (state, count) = (BuildingState.Empty, 0);
        foreach (var entry in life.Journal.Where(entry => entry.Entry.Origin == EntryOrigin.Input))
        {
            var input = JournalCodec.DecodeInput(entry.Entry.Body);
            var decision = decide(state, input);
            var again = decide(JournalCodec.DecodeState(JournalCodec.Encode(state)), JournalCodec.DecodeInput(JournalCodec.Encode(input)));
            count++;
            if (Between(decision, again) is { } difference)
            {
                return ($"entry {entry.Position.Sequence}, {entry.Entry.Kind}: {difference}", count);
            }

            state = decision.Next;
        }

        return (null, count);
    }

    private static string? Between(Decision one, Decision other)
    {
        var written = JournalCodec.Encode(one.Next) == JournalCodec.Encode(other.Next) ? null : "the written states differ";
        return StructuralDifference.Between(one.Next, other.Next)
            ?? StructuralDifference.Between(one.Effects, other.Effects, "effects")
            ?? written;
    }
}
