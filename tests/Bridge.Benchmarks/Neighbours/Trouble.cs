using Bridge.Simulators.Disturbances;

namespace Bridge.Benchmarks.Neighbours;

/// <summary>What is wrong with one unit of a line.</summary>
internal sealed record Trouble(string Name, Weather Weather)
{
    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("healthy", Weather.Fine),
        new("dead", new Weather { Deaf = 1 }),
        new("slow: answers after 190 ms", new Weather { Delay = TimeSpan.FromMilliseconds(190) }),
        new("slower than every time-out", new Weather { Delay = TimeSpan.FromMilliseconds(700) }),
        new("babbling: 8 bytes every 200 ms", new Weather { Babble = TimeSpan.FromMilliseconds(200) }),
    ];

    /// <summary>The positive control: every unit is slow, which the others must feel.</summary>
    public static Trouble Everywhere { get; } = new("control: all 16 answer after 190 ms", new Weather { Delay = TimeSpan.FromMilliseconds(190) });
}
