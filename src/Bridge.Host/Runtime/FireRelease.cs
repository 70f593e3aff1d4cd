using Bridge.Devices;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// The short path from a fire input to the locks: before and apart from the engine, on a thread of its own, so that it works with a full disk, a
/// hung policy, a starved thread pool and a dead broker. It releases every fire-flagged door and renews the pulses until the policy has ended the
/// release, which takes every input back to normal and a person's acknowledgement. The hard-wired drop of the lock power is the first layer; this
/// is the second.
/// </summary>
public sealed class FireRelease(LineSet lines, TimeProvider time, ILogger<FireRelease> log) : IDisposable
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestRenewal = TimeSpan.FromSeconds(1);

    private readonly AutoResetEvent wake = new(false);
    private volatile IReadOnlyList<FireDoor> doors = [];
    private volatile bool active;
    private volatile bool stopped;

    public bool Active => active;

    /// <summary>The doors that a fire opens, and the pulse that each is held with.</summary>
    public void Use(IReadOnlyList<FireDoor> fireDoors) => doors = fireDoors;

    /// <summary>Called on a line's own thread, or by the policy after a restart. Never blocks; again and again is the same as once.</summary>
    public void Trigger()
    {
        if (!active)
        {
            active = true;
            wake.Set();
        }
    }

    public void End()
    {
        active = false;
        wake.Set();
    }

    public void Start()
    {
        var thread = new Thread(Loop) { Name = "fire release", IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    public void Dispose()
    {
        stopped = true;
        wake.Set();
    }

    private void Loop()
    {
        while (!stopped)
        {
            if (active)
            {
                ReleaseAll();
            }

            wake.WaitOne(active ? Renewal() : Timeout.InfiniteTimeSpan);
        }

        wake.Dispose();
    }

    private TimeSpan Renewal()
    {
        var shortest = doors.Count == 0 ? ShortestRenewal : doors.Min(door => door.HoldPulse) / 2;
        return shortest < ShortestRenewal ? ShortestRenewal : shortest;
    }

    private void ReleaseAll()
    {
        var start = time.GetTimestamp();
        foreach (var door in doors)
        {
            if (lines.Of(door.Lock.Device) is { } line)
            {
                _ = ReportAsync(door, line.ExecuteAsync(new DeviceCommand.Pulse(door.Lock, door.HoldPulse), CommandPriority.Fire, SendWithin, default), start);
            }
        }
    }

    private async Task ReportAsync(FireDoor door, ValueTask<CommandResult> running, long start)
    {
        var result = await running;
        if (result is not CommandResult.Confirmed)
        {
            log.LogError("Fire release of {Door} after {Elapsed}: {Result}", door.Door, time.GetElapsedTime(start), result);
        }
    }
}
