using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Old entries go, once a day and a little at a time, and the journal says so.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OldEntriesAreDeletedAndTheDeletionIsInTheChain()
    {
        using var bench = EngineBench.Running();
        Grow(bench, TimeSpan.FromDays(400));
        await RunAsync(bench, days: 1);
        bench.Engine.TakeTurn();
        Assert.Contains(JournalAnchor.EntryKind, bench.Kinds(0));
        Assert.True(bench.Journal()[0].Position.Sequence > 1, "the oldest entries are gone");
        var intact = Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(bench.Options.Path, null, Cancellation));
        Assert.True(intact.RetentionRecorded);
        Assert.Contains(bench.Log.Lines, line => line.Text.StartsWith("Journal head 1.", StringComparison.Ordinal));

        // The next day finds nothing more to say.
        await RunAsync(bench, days: 1);
        bench.Engine.TakeTurn();
        Assert.Single(bench.Kinds(0), kind => kind == JournalAnchor.EntryKind);
        Assert.Equal(JournalCodec.Encode(bench.State), JournalCodec.Encode(bench.Recovered().State));
    }

    [Fact]
    public async Task WhatIsStillKeptStays()
    {
        using var bench = EngineBench.Running();
        Grow(bench, TimeSpan.FromDays(364));
        var before = bench.Journal().Count;
        await RunAsync(bench, days: 3);
        bench.Engine.TakeTurn();
        Assert.Equal(before, bench.Journal().Count);
    }

    [Fact]
    public async Task AClockThatIsYearsAheadCostsAWeekOfTheOldestAtMost()
    {
        using var bench = EngineBench.Running();
        for (var weeks = 0; weeks < 10; weeks++)
        {
            Grow(bench, TimeSpan.FromDays(7));
        }

        var before = bench.Journal();
        bench.Time.Jump = TimeSpan.FromDays(3650);
        await RunAsync(bench, days: 1);
        var week = before[0].RecordedAt.AddDays(7);
        Assert.True(bench.Journal().Count < before.Count, "the run did run");
        Assert.Equal(
            before.Where(entry => entry.RecordedAt >= week).Select(entry => entry.Position), bench.Journal().Select(entry => entry.Position));
    }

    // Every snapshot that is kept is as new as now: what lies before is only as old as it is.
    private static void Grow(EngineBench bench, TimeSpan time)
    {
        bench.Time.Advance(time);
        using var outbox = Assert.IsType<StorageResult<Outbox>.Done>(Outbox.Open(bench.Options)).Value;
        Assert.IsType<StorageResult<int>.Done>(outbox.MarkDelivered(EventTranslation.Channel, long.MaxValue));
        for (var snapshot = 0; snapshot < 3; snapshot++)
        {
            bench.Sense(Tower.Point(Tower.Lobby, "contact"), snapshot % 2 == 0 ? Devices.PointReading.On : Devices.PointReading.Off);
            bench.Engine.TakeTurn();
            Assert.IsType<CommitResult.Committed>(bench.Store.Commit(new JournalBatch([], [], JournalCodec.Encode(bench.State))));
        }

        Assert.IsType<StorageResult<int>.Done>(outbox.MarkDelivered(EventTranslation.Channel, long.MaxValue));
    }

    private static async Task RunAsync(EngineBench bench, int days)
    {
        var job = new RetentionJob(
            bench.Options.Path, new SiteHolder(Good.Sample()), bench.Queue, bench.Clock, bench.Time, bench.Log.For<RetentionJob>());
        for (var day = 0; day < days; day++)
        {
            await job.RunOnceAsync(Cancellation);
        }
    }
}
