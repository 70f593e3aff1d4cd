using System.Diagnostics;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>The locks themselves: how long each was energised, whoever was dead meanwhile.</summary>
internal sealed class LockWatch(World world)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(200);

    /// <summary>Locks that were energised at the instant of a kill, over all kills.</summary>
    public int OnAtAKill { get; private set; }

    public int Activations => world.Oracle().Locks.Values.Sum(activations => activations.Count);

    public void AtKill() => OnAtAKill += world.Doors.Values.Count(door => door.IsReleased);

    /// <summary>Returns within a few milliseconds of a lock's being energised, or when the time is up.</summary>
    public async Task NextAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var (clock, before) = (Stopwatch.StartNew(), Activations);
        while (Activations == before && clock.Elapsed < limit)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Each time that a lock was on for longer than its pulses; a pulse that was sent again while it ran adds its own time.</summary>
    public IReadOnlyList<string> LeftOn() =>
        [.. world.Oracle().Locks.SelectMany(door => door.Value.Where(IsTooLong).Select(activation => $"{door.Key}: {activation}"))];

    private static bool IsTooLong(Activation activation) => activation.Energised > (activation.Commands * Installation.Pulse) + Tolerance;
}
