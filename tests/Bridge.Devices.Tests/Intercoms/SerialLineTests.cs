using Bridge.Devices.Intercoms;
using Bridge.Simulators.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>What is said on the wire of a serial intercom besides the calls.</summary>
public sealed class SerialLineTests
{
    [Fact]
    public void ALineIsAcknowledgedOnlyWhenTheHostHasStoredIt()
    {
        var bench = Mute();
        bench.StoresAfter = TimeSpan.FromSeconds(0.2);
        Say(bench, 1, "CALL;P1;1203;17;1*VV");
        bench.Run(5);
        var at = bench.Wire.Written.Single(written => written.Text.StartsWith("ACK", StringComparison.Ordinal)).At;
        Assert.InRange(at.TotalSeconds, 1.2, 1.21);
    }

    [Fact]
    public void ARepeatIsToldOnceAndAcknowledgedAgain()
    {
        var bench = Mute();
        Say(bench, 1, "CALL;P1;1203;17;1*VV");
        Say(bench, 2, "CALL;P1;1203;17;1*VV");
        bench.Run(5);
        Assert.Equal("Started Ended", bench.Kinds);
        Assert.Equal(2, bench.Sent.Count(line => line == "ACK;1*43"));
    }

    [Fact]
    public void WhatIsNotStoredIsNotAcknowledgedHoweverOftenItIsRepeated()
    {
        var bench = Mute();
        bench.StoresAfter = null;
        for (var second = 1; second <= 4; second++)
        {
            Say(bench, second, "CALL;P1;1203;17;1*VV");
        }

        bench.Run(6);
        Assert.Equal("Started Ended", bench.Kinds);
        Assert.DoesNotContain(bench.Sent, line => line.StartsWith("ACK", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatTheHostHasNoRoomForIsOfferedAgainInItsOrder()
    {
        var bench = Mute();
        bench.Host = _ => false;
        Say(bench, 1, "CALL;P1;1203;17;1*VV");
        Say(bench, 2, "RING;P1;1203;17;2*VV");
        bench.After(3, () => bench.Host = _ => true);
        bench.Run(5);
        Assert.Equal("Started Ringing Ended", bench.Kinds);
        Assert.Contains("ACK;2*40", bench.Sent);
    }

    [Fact]
    public void ADeafHostFillsABoundedMemoryAndTheDeviceKeepsTheRest()
    {
        var bench = Mute();
        bench.Host = _ => false;
        for (var sequence = 1; sequence <= 500; sequence++)
        {
            Say(bench, 1, $"KEY;P1;;;{sequence}*VV");
        }

        bench.After(2, () => bench.Host = _ => true);
        bench.Run(5);
        Assert.InRange(bench.Count(Kind.KeyPressed), 32, 64);
        Assert.Equal(bench.Count(Kind.KeyPressed), bench.Sent.Count(line => line.StartsWith("ACK", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatMakesNoSenseIsNotToldButAcknowledgedForItWillNeverMakeAny()
    {
        var bench = Mute();
        Say(bench, 1, "ANSW;P1;1203;17;1*VV");
        Say(bench, 1, "CALL;P9;1203;18;2*VV");
        bench.Run(3);
        Assert.Empty(bench.Calls);
        Assert.Equal(2, bench.Sent.Count(line => line.StartsWith("ACK", StringComparison.Ordinal)));
        Assert.Contains("P9", Assert.Single(bench.Events.OfType<DeviceEvent.Remark>()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void BeatsGoBothWaysAndThreeMissedOnesAreAnOutage()
    {
        var bench = Mute();
        Say(bench, 1, "HB;boot=1*VV");
        Assert.IsType<LineEnd.LinkLost>(bench.Run(60));
        Assert.Equal(["HB*0A", "HB*0A", "HB*0A", "HB*0A"], bench.Sent);
        Assert.Equal([typeof(DeviceEvent.Online), typeof(DeviceEvent.Offline)], bench.Events.Select(told => told.GetType()));
        Assert.InRange(bench.Wire.Now.TotalSeconds, 31, 31.1);
    }

    [Fact]
    public void AnIntercomThatOnlyBeatsStaysOnline()
    {
        var bench = new SerialBench();
        Assert.IsType<LineEnd.Stopped>(bench.Run(600));
        Assert.Single(bench.Events);
        Assert.InRange(bench.Sent.Count, 60, 61);
    }

    [Fact]
    public void ADeviceThatCountsFromOneAgainHasRestarted()
    {
        var bench = Mute();
        Say(bench, 1, "CALL;P1;1203;17;8*VV");
        Say(bench, 2, "RING;P1;1203;17;9*VV");
        Say(bench, 3, "CALL;P1;1204;1;1*VV");
        Say(bench, 4, "OPEN;P1;1203;17;2*VV");
        bench.Run(5);
        Assert.Equal([IntercomEndReason.Restart, IntercomEndReason.Fault], bench.Calls.Where(call => call.Kind == Kind.Ended).Select(call => call.Reason));
        Assert.Equal(0, bench.Count(Kind.UnlockRequested));
        Assert.Equal(DeviceRemark.Restarted, Assert.Single(bench.Events.OfType<DeviceEvent.Remark>()).Kind);
    }

    [Fact]
    public void ARestartThatWasSeenInTheCountIsNotSeenAgainInTheBeat()
    {
        var bench = Mute();
        Say(bench, 1, "HB;boot=4*VV");
        Say(bench, 1, "KEY;P1;;;8*VV");
        Say(bench, 3, "CALL;P1;1204;1;1*VV");
        Say(bench, 4, "HB;boot=5*VV");
        Say(bench, 5, "RING;P1;1204;1;2*VV");
        bench.Run(6);
        Assert.Equal("KeyPressed Started Ringing Ended", bench.Kinds);
        Assert.Single(bench.Events.OfType<DeviceEvent.Remark>());
    }

    [Fact]
    public void BrokenAndEndlessLinesAreCountedAndTheNextIsHeard()
    {
        var bench = Mute();
        bench.Say(1, "CALL;P1;1203;17;1*00");
        bench.Say(2, new string('x', 5000));
        Say(bench, 3, "CALL;P1;1203;17;1*VV");
        bench.Run(4);
        Assert.Equal("Started Ended", bench.Kinds);
        Assert.Equal((1, 1, 5000), (bench.Line.Statistics.Transactions, bench.Line.Statistics.ChecksumErrors, bench.Line.Statistics.StrayBytes));
    }

    [Theory]
    [InlineData(2, 0, "each line three times at once")]
    [InlineData(0, 5, "five lines with a wrong check, which are repeated after a second")]
    [InlineData(1, 3, "both")]
    public void ATroubledWireTellsTheCallOnce(int copies, int badChecks, string why)
    {
        var bench = new SerialBench();
        bench.Intercom.SetFaults(new IntercomFaults(Copies: copies, BadChecks: badChecks));
        bench.Intercom.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 8, UnlocksAfter: 3));
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1203"));
        bench.Run(60);
        Assert.True(
            bench.Count(Kind.Started) == 1 && bench.Count(Kind.UnlockRequested) == 1 && bench.Count(Kind.Ended) == 1 && bench.Station.Kept == 0, $"{why}: {bench.Kinds}");
    }

    [Fact]
    public void WhatTheDeviceKeptDuringAnOutageIsToldAfterIt()
    {
        var bench = new SerialBench();
        bench.LoseLinkAfter(1);
        bench.Run(5);
        bench.Intercom.SetTamper("P1", true);
        bench.Run(2);
        Assert.Single(bench.Events.OfType<DeviceEvent.IntercomHealth>());
        Assert.Equal(0, bench.Station.Kept);
    }

    [Fact]
    public void AnUnlockThatWasPressedWhileNobodyListenedIsToldAsMissed()
    {
        var bench = new SerialBench();
        bench.Intercom.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 2, UnlocksAfter: 1, Talks: 5));
        bench.LoseLinkAfter(1);
        bench.Run(5);
        bench.Intercom.Board.Call("P1", "1203");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        bench.Run(5);
        Assert.Equal("Started Ringing Answered UnlockMissed Ended", bench.Kinds);
        Assert.Equal(0, bench.Station.Kept);
    }

    [Fact]
    public void AnUnlockAfterAMissedBeatIsToldAsMissedUntilTheNextBeat()
    {
        var bench = Mute();
        Say(bench, 1, "HB;boot=1*VV");
        Say(bench, 9, "OPEN;P1;;;1*VV");
        Say(bench, 22, "OPEN;P1;;;2*VV");
        Say(bench, 23, "HB;boot=1*VV");
        Say(bench, 24, "OPEN;P1;;;3*VV");
        bench.Run(25);
        Assert.Equal("UnlockRequested UnlockMissed UnlockRequested", bench.Kinds);
    }

    private static SerialBench Mute() => new(isMute: true);

    private static void Say(SerialBench bench, double after, string line) =>
        bench.Say(after, System.Text.Encoding.ASCII.GetString(SerialVectorTests.Bytes(line)));
}
