using Bridge.Benchmarks.Products;
using Bridge.Benchmarks.Sites;
using Bridge.Simulators.Devices;

namespace Bridge.Benchmarks.Neighbours;

/// <summary>People at the healthy doors of one line: never two at one door before the first is through.</summary>
internal sealed class Crowd(KeypadBuilding building, string line, int victim, int units, int seed)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private readonly Dictionary<int, TimeSpan> lastAt = [];
    private readonly List<(int Unit, PresentedCredential Card)> presented = [];
    private readonly Random random = new(seed);

    public string Line => line;

    /// <summary>One card at a random door that has been at rest; none when there is no such door.</summary>
    public void Step()
    {
        var now = building.World.Surroundings.Elapsed;
        var doors = Enumerable.Range(1, units).Where(unit => unit != victim && now - lastAt.GetValueOrDefault(unit, -Rest) >= Rest && IsServed(unit)).ToList();
        if (doors.Count > 0)
        {
            var unit = doors[random.Next(doors.Count)];
            lastAt[unit] = now;
            presented.Add((unit, building.Keypad(line, unit).PresentCard(BenchmarkSite.CardBits(1 + random.Next(100)))));
        }
    }

    /// <summary>What was presented until now does not count.</summary>
    public void StartCounting() => presented.Clear();

    /// <summary>Milliseconds from each card to the beginning of its pulse, with when it was shown; infinite for a door that did not open for it.</summary>
    public IReadOnlyList<(TimeSpan At, double Milliseconds)> Served()
    {
        var pulses = presented.Select(card => card.Unit).Distinct().ToDictionary(unit => unit, unit => building.Keypad(line, unit).LockActivations);
        var until = new Dictionary<int, TimeSpan>();
        var served = new List<(TimeSpan, double)>();
        foreach (var (unit, card) in Enumerable.Reverse(presented))
        {
            // A pulse after the next card at this door is that one's.
            var end = until.GetValueOrDefault(unit, TimeSpan.MaxValue);
            var pulse = pulses[unit].FirstOrDefault(pulse => pulse.At >= card.At && pulse.At < end);
            served.Add((card.At, pulse is null ? double.PositiveInfinity : (pulse.At - card.At).TotalMilliseconds));
            until[unit] = card.At;
        }

        served.Reverse();
        return served;
    }

    private bool IsServed(int unit) => building.Keypad(line, unit) is { Memory.Kept.Count: 0 } keypad && !keypad.Outputs["lock"].IsOn;
}
