using Bridge.Policy.Admission;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Random work at the desk: when ticks come, and what the clock on the wall says, makes no difference.</summary>
[Trait("Pace", "slow")]
public class DeskTimeTests(ITestOutputHelper output)
{
    static readonly TimeSpan Grid = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan Nine = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Unspecified) - Building.Morning.DateTime;
    static readonly BuildingState Morning = new DeskRun("09:00:00").State;

    [Fact]
    public void Ticks_when_something_is_due_are_as_good_as_one_every_50_ms()
    {
        var told = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var walked = Live(seed, ticking: false, TimeSpan.Zero, out _);
            Assert.Equal(walked, Live(seed, ticking: true, TimeSpan.Zero, out _));
            told += walked.Count;
        }

        output.WriteLine($"60 sequences, {told} events, each at the same time");
        Assert.True(told > 500, $"only {told}");
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void A_step_of_the_wall_clock_makes_no_difference(int seconds)
    {
        var compared = 0;
        for (ulong seed = 1; seed <= 3000; seed++)
        {
            // Windows of tours are times of the day, and are meant to be.
            var right = Live(seed, ticking: false, TimeSpan.Zero, out var tours);
            if (!tours)
            {
                Assert.Equal(right, Live(seed, ticking: false, TimeSpan.FromSeconds(seconds), out _));
                compared++;
            }
        }

        Assert.True(compared > 1000, $"only {compared}");
    }

    static List<string> Live(ulong seed, bool ticking, TimeSpan step, out bool tours)
    {
        var (life, state, now, wall) = (new DeskLife(seed), Morning, Nine, TimeSpan.Zero);
        var told = new List<string>();
        tours = false;
        for (var count = 0; count < 20; count++)
        {
            // A multiple of the grid; the clock on the wall steps after the fifth act.
            var until = now + TimeSpan.FromTicks(life.Wait().Ticks / Grid.Ticks * Grid.Ticks);
            while (ticking ? now < until : BuildingPolicy.NextDue(state) <= until)
            {
                now = ticking ? now + Grid : BuildingPolicy.NextDue(state)!.Value;
                Do(new PolicyInput.Tick(At()));
            }

            now = until;
            wall = count < 5 ? TimeSpan.Zero : step;
            var input = life.Next(state, At());
            tours |= input is PolicyInput.TourActed;
            foreach (var release in Do(input).OfType<DeviceEffect.ReleaseLock>().Where(one => one.Cause == ReleaseCause.Evidence).ToList())
            {
                Do(new PolicyInput.ReleaseEnded(At(), release.Door, release.Access, (ReleaseOutcome)Math.Max(0, life.Below(8) - 4), ""));
            }
        }

        return told;

        Moment At() => new(now, Building.Morning + now + wall);

        IReadOnlyList<Effect> Do(PolicyInput input)
        {
            var decision = BuildingPolicy.Decide(state, input);
            var tick = (now.Ticks + Grid.Ticks - 1) / Grid.Ticks;
            told.AddRange(decision.Effects.Select(Words.Of).OfType<string>().Select(word => $"{tick} {word}"));
            state = decision.Next;
            return decision.Effects;
        }
    }
}
