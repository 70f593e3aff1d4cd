using System.Text;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

/// <summary>What is not on disk is not acknowledged. The disk fails because another connection holds its one write lock.</summary>
public sealed class DiskFailureTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly ActorId Lead = new("lead");

    [Fact]
    public void ResidentsStillGetInAndNothingIsAcknowledgedUntilTheDiskIsBack()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        var messages = bench.Outbox().Count;
        uint[] numbers;
        using (bench.BreakDisk())
        {
            var first = bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            Assert.True(bench.Monitor.Current.Degraded);
            bench.Time.Advance(TimeSpan.FromSeconds(20));
            var second = bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            numbers = [first, second];
            Assert.Equal(2, bench.Line.Pulses.Count());
            Assert.Empty(bench.Line.Confirmed);
        }

        Assert.Empty(bench.Journal(before));
        Assert.Equal(messages, bench.Outbox().Count);
        Assert.Single(bench.Log.At(LogLevel.Error));

        bench.Time.Advance(Pause);
        bench.Engine.TakeTurn();
        Assert.False(bench.Monitor.Current.Degraded);
        Assert.Equal(numbers, bench.Line.Confirmed.Select(each => each.Number));
        var late = bench.Journal(before).Where(entry => entry.Entry.Unjournalled).ToList();
        Assert.Equal(2, late.Count(entry => entry.Entry.Kind == "AccessGranted"));
        Assert.All(bench.Outbox().Skip(messages).Where(message => late.Any(entry => entry.Position.Sequence == message.Draft.Sequence)),
            message => Assert.Contains("\"journalledLate\":true", Encoding.UTF8.GetString(message.Draft.Payload.Span), StringComparison.Ordinal));
        Assert.Single(bench.Log.At(LogLevel.Error));
        Assert.Single(bench.Log.At(LogLevel.Warning));
    }

    public static TheoryData<string, Func<Moment, PolicyInput>> AskedByPeople => new()
    {
        { "a mode", at => new PolicyInput.ModeRequested(at, Tower.Lobby, DoorModeRequest.Unlock, Lead) },
        { "the end of a lock-out", at => new PolicyInput.LockoutReset(at, Tower.LobbyReader, Lead) },
        { "an act about an alarm", at => new PolicyInput.AlarmActed(at, new(Lead, Policy.Admission.Role.ControlRoom, null), new Policy.Alarms.AlarmAct.Claim(new(1))) },
        { "the acknowledgement of a fire", at => new PolicyInput.FireAcknowledged(at, Lead) },
    };

    [Theory, MemberData(nameof(AskedByPeople))]
    public void WhatAPersonAsksForIsRefusedAndSaid(string what, Func<Moment, PolicyInput> ask)
    {
        using var bench = EngineBench.Running();
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Office);
            bench.Engine.TakeTurn();
            var state = bench.State;
            bench.Ask(ask);
            bench.Engine.TakeTurn();
            Assert.True(ReferenceEquals(state.Doors[Tower.Lobby], bench.State.Doors[Tower.Lobby]) && ReferenceEquals(state.Fire, bench.State.Fire), what);
            Assert.Contains("was refused", Assert.Single(bench.Log.At(LogLevel.Warning)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheVeryRequestUnderWhichTheDiskFailsIsRefusedToo()
    {
        using var bench = EngineBench.Running();
        using (bench.BreakDisk())
        {
            bench.Ask(at => new PolicyInput.ModeRequested(at, Tower.Lobby, DoorModeRequest.Unlock, Lead));
            bench.Engine.TakeTurn();
        }

        Assert.Empty(bench.Line.Pulses);
        Assert.Equal(DoorMode.Locked, bench.State.Doors[Tower.Lobby].Mode);

        // The control: with a disk the same request opens the door.
        bench.Time.Advance(Pause);
        bench.Ask(at => new PolicyInput.ModeRequested(at, Tower.Lobby, DoorModeRequest.Unlock, Lead));
        bench.Engine.TakeTurn();
        Assert.Single(bench.Line.Pulses);
    }

    [Fact]
    public void AFireOpensTheDoorsAllTheSame()
    {
        using var bench = EngineBench.Running();
        using (bench.BreakDisk())
        {
            bench.Sense(Tower.FirePoint, Bridge.Devices.PointReading.On);
            bench.Engine.TakeTurn();
            Assert.True(bench.Fire.Active && bench.State.Fire.Latched);
            Assert.Equal(2, bench.Line.Pulses.Count());
        }
    }

    [Fact]
    public void TheStateThatIsToldStandsStill()
    {
        using var bench = EngineBench.Running();
        var told = bench.Monitor.Journalled;
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            Assert.Same(told, bench.Monitor.Journalled);
            Assert.NotSame(told.State, bench.Monitor.Current.State);
        }

        bench.Time.Advance(Pause);
        bench.Engine.TakeTurn();
        Assert.Same(bench.Monitor.Current, bench.Monitor.Journalled);
    }

    [Fact]
    public void TheMemoryIsBoundedAndALossIsWrittenDown()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        var inputs = JournalKeeper.RingCapacity + 37;
        using (bench.BreakDisk())
        {
            for (var press = 0; press < inputs; press++)
            {
                bench.Sense(Tower.Point(Tower.Office, "tamper"), press % 2 == 0 ? Bridge.Devices.PointReading.On : Bridge.Devices.PointReading.Off);
                if (bench.Queue.Waiting == 256)
                {
                    bench.Engine.TakeTurn();
                }
            }

            bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            Assert.Equal(JournalKeeper.RingCapacity, bench.Keeper.Held);
        }

        bench.Time.Advance(Pause);
        bench.Engine.TakeTurn();
        var lost = bench.Journal(before)[0].Entry;
        Assert.Equal(nameof(EventKind.EntriesLost), lost.Kind);
        Assert.StartsWith("38 decisions", JournalCodec.DecodeEvent(lost.Body).Detail, StringComparison.Ordinal);
        Assert.Equal(JournalKeeper.RingCapacity, bench.Journal(before).Count(entry => entry.Entry is { Origin: EntryOrigin.Input, Unjournalled: true }));
        Assert.Equal(JournalCodec.Encode(bench.State), JournalCodec.Encode(bench.Recovered().State));
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(bench.Options.Path, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ADeathMeanwhileLosesNothingThatWasAcknowledgedAndOpensNothingTwice()
    {
        using var bench = EngineBench.Running();
        var acknowledged = bench.Store.Head;
        uint number;
        using (bench.BreakDisk())
        {
            number = bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
        }

        Assert.Single(bench.Line.Pulses);
        Assert.Empty(bench.Line.Confirmed);
        using var next = bench.AfterACrash();
        Assert.Equal(acknowledged, next.Store.Head);

        // The device still has the read and tells it again; it has waited while nobody was there.
        next.Ask(at => new PolicyInput.BridgeStarted(at));
        next.Tell(new Bridge.Devices.DeviceEvent.CredentialRead(Tower.Source(Tower.Lobby), next.Now, Residents.Card, number, TimeSpan.FromSeconds(3), QueuedWhileOffline: true));
        next.Engine.TakeTurn();
        Assert.Empty(next.Line.Pulses);
        Assert.Contains(nameof(EventKind.StaleReadIgnored), next.Kinds(acknowledged.Sequence));
        Assert.Equal([number], next.Line.Confirmed.Select(each => each.Number));
    }

    [Theory]
    [InlineData(true, 0, "the disk came back in time: everything is written")]
    [InlineData(false, 1, "it did not: the loss is said")]
    public async Task AStopGivesWhatIsHeldALastChance(bool back, int losses, string why)
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        var disk = bench.BreakDisk();
        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        if (back)
        {
            disk.Dispose();
        }

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await bench.Engine.RunAsync(stop.Token);
        disk.Dispose();
        Assert.True(bench.Log.At(LogLevel.Error).Count(line => line.Contains("lost from memory", StringComparison.Ordinal)) == losses, why);
        Assert.Equal(back, bench.Kinds(before).Contains("AccessGranted"));
        Assert.Equal(back ? 1 : 0, bench.Line.Confirmed.Count);
    }

    [Fact]
    public void ADiskThatFailsAgainIsSaidAgain()
    {
        using var bench = EngineBench.Running();
        for (var outage = 1; outage <= 3; outage++)
        {
            using (bench.BreakDisk())
            {
                bench.Present(Tower.Office);
                bench.Engine.TakeTurn();
            }

            bench.Time.Advance(Pause);
            bench.Engine.TakeTurn();
            bench.Time.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(outage, bench.Log.At(LogLevel.Error).Count());
            Assert.Equal(outage, bench.Line.Confirmed.Count);
        }
    }

    [Fact]
    public void TheRulesOfAStartAreAppliedEvenWithoutADisk()
    {
        using var bench = EngineBench.Running();
        using (bench.BreakDisk())
        {
            var fewer = Tower.Rules with { Doors = Tower.Rules.Doors.Remove(Tower.Office), AccessPoints = Tower.Rules.AccessPoints.Remove(Tower.Reader(Tower.Office)) };
            bench.Ask(at => new PolicyInput.ConfigurationApplied(at, fewer));
            bench.Engine.TakeTurn();
            Assert.Equal(2, bench.State.Doors.Count);
        }

        bench.Time.Advance(Pause);
        bench.Engine.TakeTurn();
        Assert.Equal(JournalCodec.Encode(bench.State), JournalCodec.Encode(bench.Recovered().State));
    }

    [Fact]
    public void AJournalThatLostAcknowledgedEntriesIsLeftAloneForGood()
    {
        using var bench = EngineBench.Running();
        var last = bench.Store.Head.Sequence;
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
        }

        VerbTests.Execute(bench.Options.Path, $"CREATE TABLE aside AS SELECT * FROM entry WHERE sequence = {last}; DELETE FROM entry WHERE sequence = {last}");
        for (var second = 0; second < 5; second++)
        {
            bench.Time.Advance(Pause);
            bench.Engine.TakeTurn();
        }

        Assert.Contains("acknowledged entries are missing", Assert.Single(bench.Log.At(LogLevel.Critical)), StringComparison.Ordinal);
        // Not even when it looks right again: nobody knows what else was done to it.
        VerbTests.Execute(bench.Options.Path, "INSERT INTO entry SELECT * FROM aside");
        bench.Time.Advance(Pause);
        bench.Engine.TakeTurn();
        Assert.True(bench.Monitor.Current.Degraded);
        Assert.Equal(last, bench.Journal()[^1].Position.Sequence);
        Assert.Single(bench.Log.At(LogLevel.Critical));
    }
}
