using System.Collections.Concurrent;
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

    /// <summary>How often it is looked whether a door is to be released (again): a pulse too many harms nobody in a fire.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly AutoResetEvent wake = new(false);
    private readonly ConcurrentDictionary<DoorId, long> releasedAt = [];
    private readonly ConcurrentDictionary<DoorId, bool> running = [];
    private readonly ConcurrentDictionary<DoorId, bool> failing = [];
    private volatile IReadOnlyList<FireDoor> doors = [];
    private volatile bool active;
    private volatile bool stopped;

    public bool Active => active;

    /// <summary>The doors that a fire opens, and the pulse that each is held with.</summary>
    public void Use(IReadOnlyList<FireDoor> fireDoors) => doors = fireDoors;

    /// <summary>A fire is on and this is one of the doors that it opens.</summary>
    public bool Holds(DoorId door) => active && doors.Any(known => known.Door == door);

    /// <summary>Called on a line's own thread, or by the policy after a restart. Never blocks; again and again is the same as once.</summary>
    public void Trigger()
    {
        if (!active)
        {
            releasedAt.Clear();
            active = true;
            wake.Set();
        }
    }

    public void End() => active = false;

    public void Start()
    {
        var thread = new Thread(Loop) { Name = "fire release", IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>Ends the thread. A line that still speaks may trigger afterwards; nothing comes of it.</summary>
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
                ReleaseWhatIsDue();
            }

            wake.WaitOne(active ? Pace : Timeout.InfiniteTimeSpan);
        }
    }

    private void ReleaseWhatIsDue()
    {
        foreach (var door in doors)
        {
            if (IsDue(door) && running.TryAdd(door.Door, true))
            {
                _ = ReleaseAsync(door);
            }
        }
    }

    // Half the pulse, and the pace less, because it is only looked at that often. What is not known to be released is always due.
    private bool IsDue(FireDoor door) =>
        !releasedAt.TryGetValue(door.Door, out var at) || time.GetElapsedTime(at) + Pace >= door.HoldPulse / 2;

    private async Task ReleaseAsync(FireDoor door)
    {
        var start = time.GetTimestamp();
        try
        {
            var result = lines.Of(door.Lock.Device) is { } line
                ? await line.ExecuteAsync(new DeviceCommand.Pulse(door.Lock, door.HoldPulse), CommandPriority.Fire, SendWithin, default)
                : new CommandResult.NotSent("no such device");
            Took(door.Door, result, start);
        }
        catch (Exception failure)
        {
            // One line's bug must not keep the other doors shut.
            releasedAt.TryRemove(door.Door, out _);
            log.LogCritical(failure, "Fire release of {Door} failed inside", door.Door);
        }
        finally
        {
            running.TryRemove(door.Door, out _);
        }
    }

    // Told once when it begins and once when it ends: it is tried every second, for hours.
    private void Took(DoorId door, CommandResult result, long start)
    {
        if (result is CommandResult.Confirmed)
        {
            releasedAt[door] = start;
            if (failing.TryRemove(door, out _))
            {
                log.LogWarning("Fire release of {Door}: it is released now", door);
            }
        }
        else
        {
            releasedAt.TryRemove(door, out _);
            if (failing.TryAdd(door, true))
            {
                log.LogError("Fire release of {Door} after {Elapsed}: {Result}. Trying again until it is released", door, time.GetElapsedTime(start), result);
            }
        }
    }
}
