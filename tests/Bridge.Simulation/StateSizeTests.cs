using System.Globalization;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Simulation.Lives;

namespace Bridge.Simulation;

/// <summary>The policy's memory is as large as the building, not as long as its life: a snapshot after years is no larger than after a day.</summary>
public sealed class StateSizeTests(ITestOutputHelper output)
{
    private const int Inputs = 100_000;
    private const int LookEvery = 100;

    /// <summary>Only numbers may get longer: every kind of timer, alarm and half-finished attempt has been there in the first fifth of the life.</summary>
    private const double Growth = 1.1;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public void TheStateDoesNotGrowWithTheLife()
    {
        var (early, late, decisions) = Live((_, input) => input);
        output.WriteLine($"seed {Seed}: {Inputs} inputs, {decisions} of them changed something; largest state {early} characters in the first fifth, {late} after it");
        Assert.True(late <= early * Growth, $"the state grows: {early} characters in the first fifth of the life, {late} after it");
        Assert.True(decisions > Inputs / 4, "a life in which nothing happens proves nothing");
    }

    // The latch remembers every input that it is told of until the next configuration or start: without those, one that has a new name each time is
    // a leak like any other.
    [Fact]
    public void AStateThatGrowsIsFound()
    {
        var (early, late, _) = Live((step, input) => input switch
        {
            PolicyInput.FireSensed sensed => sensed with { Input = new FireInputId($"input-{step}") },
            PolicyInput.ConfigurationApplied when step > 0 => new PolicyInput.Tick(input.At),
            PolicyInput.BridgeStarted => new PolicyInput.Tick(input.At),
            _ => input,
        });
        output.WriteLine($"a leak shows: {early} characters in the first fifth, {late} after it");
        Assert.True(late > early * Growth, "a leak was not seen");
    }

    private static (int Early, int Late, int Decisions) Live(Func<int, PolicyInput, PolicyInput> change)
    {
        var inputs = new RandomInputs(new Random(Seed));
        var state = BuildingState.Empty;
        var (early, late, decisions) = (0, 0, 0);
        for (var step = 0; step < Inputs; step++)
        {
            var decision = BuildingPolicy.Decide(state, change(step, inputs.Next(step)));
            decisions += ReferenceEquals(state, decision.Next) && decision.Effects.Count == 0 ? 0 : 1;
            state = decision.Next;
            if (step % LookEvery == 0)
            {
                var size = JournalCodec.Encode(state).Length;
                (early, late) = step < Inputs / 5 ? (Math.Max(early, size), late) : (early, Math.Max(late, size));
            }
        }

        return (early, late, decisions);
    }
}
