using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Remember, then act.</summary>
public sealed class EngineTests
{
    [Fact]
    public void NothingLeavesBeforeItIsOnDisk()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        List<string> seen = [];
        bench.Line.Answer = command =>
        {
            seen.Add($"{command.GetType().Name}: {(bench.Kinds(before).Contains("AccessGranted") ? "journalled" : "not journalled")}");
            return Task.FromResult<CommandResult>(CommandResult.Confirmed.Instance);
        };
        bench.Line.OnConfirm = (_, _) => seen.Add($"Confirm: {(bench.Kinds(before).Contains("CredentialPresented") ? "journalled" : "not journalled")}");

        bench.Present(Tower.Lobby);
        Assert.Empty(bench.Journal(before));
        bench.Engine.TakeTurn();

        Assert.Equal(["Pulse: journalled", "Indicate: journalled", "Confirm: journalled"], seen);
        Assert.Equal([.. bench.Journal().Where(entry => entry.Entry.Origin == EntryOrigin.Event).Select(entry => entry.Position.Sequence)],
            bench.Outbox().Select(message => message.Draft.Sequence));
    }

    [Fact]
    public void ABatchIsOneTransaction()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        bench.Time.StepPerLook = TimeSpan.FromMilliseconds(1);
        bench.Present(Tower.Lobby);
        bench.Present(Tower.Stairs);
        bench.Sense(Tower.Point(Tower.Office, "tamper"), PointReading.On);
        bench.Engine.TakeTurn();
        var batch = bench.Journal(before).Select(entry => entry.RecordedAt).ToList();
        bench.Engine.TakeTurn();

        Assert.True(batch.Count == 6, $"{batch.Count} entries");
        Assert.Single(batch.Distinct());
        Assert.True(bench.Journal(before).Select(entry => entry.RecordedAt).Distinct().Count() > 1, "the outcomes came in another turn and have a time of their own");
    }

    [Fact]
    public void ALongQueueIsTakenInSeveralBatchesAndInOrder()
    {
        using var bench = EngineBench.Running();
        for (var press = 0; press < 300; press++)
        {
            bench.Sense(Tower.Point(Tower.Office, "tamper"), press % 2 == 0 ? PointReading.On : PointReading.Off);
        }

        bench.Engine.TakeTurn();
        Assert.Equal(300 - 256, bench.Queue.Waiting);
        bench.Engine.TakeTurn();
        var told = bench.Journal().Where(entry => entry.Entry.Kind is nameof(EventKind.TamperDetected) or nameof(EventKind.TamperRestored)).ToList();
        Assert.Equal(300, told.Count);
        Assert.All(told.Index(), each => Assert.Equal(each.Index % 2 == 0 ? nameof(EventKind.TamperDetected) : nameof(EventKind.TamperRestored), each.Item.Entry.Kind));
    }

    [Fact]
    public async Task WhatWaitedAtAStopIsRememberedAndTheNextStartHasNothingToReplay()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        for (var press = 0; press < 700; press++)
        {
            bench.Sense(Tower.Point(Tower.Office, "tamper"), press % 2 == 0 ? PointReading.On : PointReading.Off);
        }

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await bench.Engine.RunAsync(stop.Token);
        Assert.Equal(700, bench.Kinds(before).Count(kind => kind == nameof(PolicyInput.TamperSensed)));
        Assert.Equal(0, bench.Recovered().Replayed);
    }

    [Fact]
    public void AReleaseThatIsTooLateIsNotSentAndThatIsTold()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        bench.Present(Tower.Lobby);
        bench.Time.Advance(PolicyTimes.ReleaseDeadline + TimeSpan.FromMilliseconds(1));
        bench.Engine.TakeTurn();
        bench.Engine.TakeTurn();
        Assert.Empty(bench.Line.Pulses);
        Assert.Contains(nameof(EventKind.ReleaseNotSent), bench.Kinds(before));

        bench.Present(Tower.Stairs);
        bench.Time.Advance(PolicyTimes.ReleaseDeadline - TimeSpan.FromMilliseconds(500));
        bench.Engine.TakeTurn();
        var sent = Assert.Single(bench.Line.Sent, each => each.Command is DeviceCommand.Pulse);
        Assert.Equal(TimeSpan.FromMilliseconds(500), sent.Within);
        Assert.Equal(CommandPriority.Lock, sent.Priority);
    }

    public static TheoryData<CommandResult, EventKind> Outcomes => new()
    {
        { CommandResult.Confirmed.Instance, EventKind.LockReleased },
        { new CommandResult.Rejected("no"), EventKind.ReleaseRefused },
        { new CommandResult.NotSent("line down"), EventKind.ReleaseNotSent },
        { new CommandResult.OutcomeUnknown("no answer"), EventKind.ReleaseOutcomeUnknown },
    };

    [Theory, MemberData(nameof(Outcomes))]
    public void TheOutcomeOfAReleaseBecomesAnEventAndIsNeverTriedAgain(CommandResult outcome, EventKind told)
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        bench.Line.Answer = _ => Task.FromResult(outcome);
        bench.Present(Tower.Lobby);
        for (var second = 0; second < 60; second++)
        {
            bench.Engine.TakeTurn();
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            bench.Ask(at => new PolicyInput.Tick(at));
        }

        Assert.Contains(told.ToString(), bench.Kinds(before));
        Assert.Single(bench.Line.Pulses);
    }

    public static TheoryData<bool, double, string> StaleReads => new()
    {
        { true, 0, "it waited while its line was down" },
        { false, 11, "it is older than the reader's limit of 10 s" },
    };

    [Theory, MemberData(nameof(StaleReads))]
    public void AReadFromBeforeIsRememberedAndNotObeyed(bool queued, double age, string why)
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        var number = bench.Present(Tower.Lobby, queued: queued, age: TimeSpan.FromSeconds(age));
        bench.Engine.TakeTurn();
        Assert.True(!bench.Line.Pulses.Any(), why);
        Assert.Equal(["CredentialPresented", "StaleReadIgnored"], bench.Kinds(before));
        Assert.Equal([(Tower.Source(Tower.Lobby), number)], bench.Line.Confirmed);

        // The control: the same card, now.
        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        Assert.Single(bench.Line.Pulses);
    }

    [Fact]
    public void AFireThatBeginsAgainInTheTurnThatEndsItGoesOn()
    {
        using var bench = EngineBench.Running();
        bench.Sense(Tower.FirePoint, PointReading.On);
        bench.Engine.TakeTurn();
        bench.Sense(Tower.FirePoint, PointReading.Off);
        bench.Engine.TakeTurn();
        Assert.True(bench.Fire.Active, "back to normal, but nobody has acknowledged it");

        bench.Ask(at => new PolicyInput.FireAcknowledged(at, new ActorId("lead")));
        bench.Sense(Tower.FirePoint, PointReading.On);
        bench.Engine.TakeTurn();
        Assert.True(bench.State.Fire.Latched && bench.Fire.Active, "it ended and began in one turn");
    }

    [Fact]
    public void AFireEndsWithResetAndAcknowledgementInEitherOrderOfTurns()
    {
        using var bench = EngineBench.Running();
        bench.Sense(Tower.FirePoint, PointReading.On);
        bench.Engine.TakeTurn();
        bench.Ask(at => new PolicyInput.FireAcknowledged(at, new ActorId("lead")));
        bench.Engine.TakeTurn();
        Assert.True(bench.Fire.Active, "acknowledged, but the input is still in alarm");
        bench.Sense(Tower.FirePoint, PointReading.Off);
        bench.Engine.TakeTurn();
        Assert.True(bench.Fire.Active, "what was acknowledged is not this reset");
        bench.Ask(at => new PolicyInput.FireAcknowledged(at, new ActorId("lead")));
        bench.Engine.TakeTurn();
        Assert.False(bench.Fire.Active);
        Assert.Contains(bench.Line.Sent, each => each.Command is DeviceCommand.SwitchOff off && off.Point == Tower.Lock(Tower.Lobby));
    }

    [Theory]
    [InlineData(false, true, "nothing explains the output: it is secured")]
    [InlineData(true, false, "the fire path has released it, before the policy heard of the fire")]
    public void ALockWithoutAReasonIsSecuredButNotInAFire(bool fire, bool secured, string why)
    {
        using var bench = EngineBench.Running();
        if (fire)
        {
            bench.Fire.Trigger();
        }

        bench.Tell(new DeviceEvent.OutputRead(Tower.Lock(Tower.Lobby), bench.Now, PointReading.On));
        bench.Engine.TakeTurn();
        Assert.True(bench.Line.Sent.Any(each => each.Command is DeviceCommand.SwitchOff) == secured, why);
    }

    [Fact]
    public void AfterARestartALatchedFireIsTakenUpAgainAtOnce()
    {
        using var before = EngineBench.Running();
        before.Sense(Tower.FirePoint, PointReading.On);
        before.Engine.TakeTurn();
        using var after = before.AfterACrash();
        Assert.False(after.Fire.Active);
        after.Ask(at => new PolicyInput.ConfigurationApplied(at, Tower.Rules));
        after.Ask(at => new PolicyInput.BridgeStarted(at));
        after.Engine.TakeTurn();
        after.Ask(at => new PolicyInput.Tick(at));
        after.Engine.TakeTurn();
        Assert.True(after.Fire.Active);
        Assert.Equal([Tower.Lock(Tower.Lobby), Tower.Lock(Tower.Stairs)], after.Line.Pulses.Select(pulse => pulse.Point).Order(Comparer<PointId>.Create(
            (one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))));
        Assert.All(after.Line.Sent.Where(each => each.Command is DeviceCommand.Pulse), each => Assert.Equal(CommandPriority.Fire, each.Priority));
        Assert.Equal(FireReading.Alarm, before.State.Fire.Inputs[Tower.Panel]);
    }
}
