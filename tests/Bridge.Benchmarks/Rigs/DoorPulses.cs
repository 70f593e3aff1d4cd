using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Devices;

namespace Bridge.Benchmarks.Rigs;

/// <summary>Who waits for which door's pulse.</summary>
internal sealed class DoorPulses(CommitStamp commit)
{
    private readonly ConcurrentDictionary<DeviceId, (long Shown, TaskCompletionSource<CardTimes> Waiting)> shown = [];
    private long count;

    /// <summary>Pulses so far, waited for or not.</summary>
    public long Count => Interlocked.Read(ref count);

    public Task<CardTimes> Next(DeviceId device, long shownAt)
    {
        var waiting = new TaskCompletionSource<CardTimes>(TaskCreationOptions.RunContinuationsAsynchronously);
        shown[device] = (shownAt, waiting);
        return waiting.Task;
    }

    public void OnPulse(DeviceCommand.Pulse pulse, long at)
    {
        Interlocked.Increment(ref count);
        if (shown.TryRemove(pulse.Point.Device, out var card))
        {
            card.Waiting.TrySetResult(new CardTimes(
                Stopwatch.GetElapsedTime(card.Shown, at).TotalMicroseconds, Stopwatch.GetElapsedTime(Math.Max(card.Shown, commit.At), at).TotalMicroseconds));
        }
    }
}
