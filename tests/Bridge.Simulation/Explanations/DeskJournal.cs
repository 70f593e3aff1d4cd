using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Admission;
using Bridge.Policy.Tests.Support;

namespace Bridge.Simulation.Explanations;

/// <summary>A random life at a desk, written down as the service writes it.</summary>
internal sealed class DeskJournal
{
    private const int Steps = 60;
    private static readonly TimeSpan Tuesday = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Unspecified) - Building.Morning.DateTime;

    private readonly TurnRecorder recorder = new(new EventTranslation("estate"));
    private readonly List<StoredEntry> entries = [];
    private readonly List<JournalBatch> batches = [];
    private readonly DeskDecider decide;
    private BuildingState state = BuildingState.Empty;
    private TimeSpan now = Tuesday;

    private DeskJournal(DeskDecider decide) => this.decide = decide;

    public static IReadOnlyList<StoredEntry> Live(ulong seed) => Live(seed, BuildingPolicy.Decide).entries;

    /// <summary>The same life in a journal file, under this policy. Kept records are left out: their people are nobody.</summary>
    public static void Write(ulong seed, DeskDecider decide, string path)
    {
        using var store = ((JournalOpened.Open)JournalStore.Open(new JournalOptions(path, "estate"), TimeProvider.System)).Store;
        foreach (var batch in Live(seed, decide).batches.Chunk(100))
        {
            var written = store.Commit(new JournalBatch([.. batch.SelectMany(one => one.Entries)], [.. batch.SelectMany(one => one.Outbox)], Snapshot: null));
            Assert.True(written is CommitResult.Committed, written.ToString());
        }
    }

    private static DeskJournal Live(ulong seed, DeskDecider decide)
    {
        var journal = new DeskJournal(decide);
        journal.Begin();
        var life = new DeskLife(seed);
        for (var step = 0; step < Steps; step++)
        {
            journal.Until(journal.now + life.Wait());
            foreach (var release in journal.Do(life.Next(journal.state, journal.At())).OfType<DeviceEffect.ReleaseLock>().ToList())
            {
                journal.Answer(release, life);
            }
        }

        journal.Until(journal.now + TimeSpan.FromMinutes(20));
        return journal;
    }

    private void Begin()
    {
        Do(new PolicyInput.ConfigurationApplied(At(), Estate.Rules));
        Do(new PolicyInput.BridgeStarted(At()));
        foreach (var door in state.Doors.Keys)
        {
            Do(new PolicyInput.LinkSensed(At(), door, true, ""));
            Do(new PolicyInput.ContactSensed(At(), door, DoorPhysicalState.Closed));
            Do(new PolicyInput.LockSensed(At(), door, LockPhysicalState.Locked));
        }
    }

    private void Until(TimeSpan until)
    {
        while (BuildingPolicy.NextDue(state) is { } due && due <= until)
        {
            now = due > now ? due : now;
            if (Do(new PolicyInput.Tick(At())).Count == 0 && BuildingPolicy.NextDue(state) <= now)
            {
                break;
            }
        }

        now = until;
    }

    // Mostly the device does as it is told; of those that may go in, most do.
    private void Answer(DeviceEffect.ReleaseLock release, DeskLife life)
    {
        var outcome = (ReleaseOutcome)Math.Max(0, life.Below(8) - 4);
        Do(new PolicyInput.ReleaseEnded(At(), release.Door, release.Access, outcome, "as told"));
        if (outcome == ReleaseOutcome.Confirmed && life.Below(3) != 0)
        {
            Do(new PolicyInput.ContactSensed(At(), release.Door, DoorPhysicalState.Open));
            now += TimeSpan.FromSeconds(2);
            Do(new PolicyInput.ContactSensed(At(), release.Door, DoorPhysicalState.Closed));
        }
    }

    private IReadOnlyList<Effect> Do(PolicyInput input)
    {
        var decision = decide(state, input);
        if (ReferenceEquals(state, decision.Next) && decision.Effects.Count == 0)
        {
            return decision.Effects;
        }

        state = decision.Next;
        var told = decision.Effects.OfType<OutboundEffect.Announce>().Select(announce => announce.Event).ToList();
        var head = new JournalPosition(1, entries.Count);
        var batch = recorder.Record([new DecidedInput(input, told, Unjournalled: false)], head, snapshot: null, lost: null);
        batches.Add(batch);
        entries.AddRange(batch.Entries.Select((entry, index) =>
            new StoredEntry(head with { Sequence = head.Sequence + index + 1 }, entry, entry.OccurredAt, ReadOnlyMemory<byte>.Empty)));
        return decision.Effects;
    }

    private Moment At() => new(now, Building.Morning + now);
}
