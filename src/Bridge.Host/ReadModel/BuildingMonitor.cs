using System.Collections.Immutable;
using Bridge.Host.Runtime;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.ReadModel;

/// <summary>Holds the newest view and wakes whoever waits for the next one. Written by the engine only.</summary>
public sealed class BuildingMonitor(BuildingState state, JournalPosition head, TimeProvider time, TimeZoneInfo zone)
{
    private const int RecentEvents = 50;

    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BuildingView current = new(
        state, ImmutableDictionary<DoorId, DoorAges>.Empty, [], head, Degraded: false, TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone));

    private BuildingView? journalled;
    private long lastTurn = time.GetTimestamp();

    /// <summary>Monotonic: how long the engine has been silent.</summary>
    public TimeSpan SinceLastTurn => time.GetElapsedTime(Volatile.Read(ref lastTurn));

    public BuildingView Current => Volatile.Read(ref current);

    /// <summary>The newest view of which everything is on disk: what may be told outside. It stands still while the journal cannot be written.</summary>
    public BuildingView Journalled => Volatile.Read(ref journalled) ?? Current;

    /// <summary>Completes when the view that was current at the call has been replaced.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    public void Show(EngineTurn turn, JournalPosition newHead, bool degraded)
    {
        var before = Current;
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var next = new BuildingView(turn.State, Ages(before, turn.State, now), Recent(before.Recent, turn, newHead, degraded), newHead, degraded, now);
        TaskCompletionSource wake;
        lock (gate)
        {
            Volatile.Write(ref journalled, degraded ? Journalled : next);
            Volatile.Write(ref current, next);
            Volatile.Write(ref lastTurn, time.GetTimestamp());
            wake = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.TrySetResult();
    }

    private static ImmutableDictionary<DoorId, DoorAges> Ages(BuildingView before, BuildingState state, DateTimeOffset now)
    {
        if (ReferenceEquals(before.State.Doors, state.Doors))
        {
            return before.Ages;
        }

        var ages = before.Ages.ToBuilder();
        foreach (var (id, door) in state.Doors)
        {
            var old = before.State.Doors.GetValueOrDefault(id);
            if (!ReferenceEquals(old, door))
            {
                ages[id] = Ages(ages.GetValueOrDefault(id) ?? DoorAges.Unknown, old, door, now);
            }
        }

        return ages.ToImmutable();
    }

    private static DoorAges Ages(DoorAges ages, DoorState? old, DoorState door, DateTimeOffset now) => new(
        old?.Mode == door.Mode ? ages.Mode : now,
        old?.Contact == door.Contact ? ages.Contact : now,
        old?.Lock == door.Lock ? ages.Lock : now,
        old?.Alarm == door.Alarm ? ages.Alarm : now,
        old?.Tamper == door.Tamper && old.TamperTold == door.TamperTold ? ages.Tamper : now,
        old?.Faults == door.Faults ? ages.Fault : now,
        old?.Online == door.Online ? ages.Online : now);

    // The numbers are those that the recorder gave: an input, then its events, one after the other; behind them only what is no decision.
    private static ImmutableList<RecentEvent> Recent(ImmutableList<RecentEvent> recent, EngineTurn turn, JournalPosition head, bool degraded)
    {
        var sequence = degraded ? 0 : head.Sequence - turn.EntriesAfterDecisions - turn.Decided.Sum(decided => 1 + decided.Events.Count);
        var added = new List<RecentEvent>();
        foreach (var decided in turn.Decided)
        {
            sequence++;
            foreach (var announced in decided.Events)
            {
                sequence++;
                added.Add(new RecentEvent(degraded ? null : sequence, announced));
            }
        }

        if (added.Count == 0)
        {
            return recent;
        }

        var all = recent.AddRange(added);
        return all.Count > RecentEvents ? all.RemoveRange(0, all.Count - RecentEvents) : all;
    }
}
