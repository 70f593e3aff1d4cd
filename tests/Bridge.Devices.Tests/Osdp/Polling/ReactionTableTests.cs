using Bridge.Devices.Osdp.Polling;
using static Bridge.Devices.Osdp.Polling.PeripheralActions;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;
using Phase = Bridge.Devices.Osdp.Polling.PeripheralPhase;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>The reactions of the control panel, row by row.</summary>
public sealed class ReactionTableTests
{
    [Fact]
    public void The_way_to_online_has_its_order()
    {
        var run = new TableRun();
        var way = new List<(Phase, byte)>();
        while (run.State.Phase != Phase.Online)
        {
            way.Add((run.State.Phase, run.State.Sequence));
            run.Exchange(Kind.Answered);
        }

        Assert.Equal(
            [
                (Phase.Identify, 0), (Phase.ReadCapabilities, 1), (Phase.Challenge, 2), (Phase.Cryptogram, 3), (Phase.ConfirmCapabilities, 1),
                (Phase.ReadLocalStatus, 2), (Phase.ReadInputs, 3), (Phase.ReadOutputs, 1), (Phase.ReadReaders, 2), (Phase.RestoreIndicator, 3),
            ],
            way);
        Assert.Equal(1, run.History.Count(actions => actions.HasFlag(SayOnline)));
    }

    [Theory]
    [InlineData(Kind.RefusedCommand, false, Phase.Online, RejectCommand, "NAK 2, 3, 7 .. FF: the caller hears of it, the reader stays online")]
    [InlineData(Kind.RefusedCommand, true, Phase.Identify, RemarkFault | WipeSession, "a reader that does not know POLL is broken")]
    [InlineData(Kind.RefusedSequence, true, Phase.Identify, RejectCommand | WipeSession, "NAK 4: the link starts again")]
    [InlineData(Kind.RefusedBlock, true, Phase.Held, RemarkUntrusted | DoubtCommand | WipeSession | SayOffline, "NAK 5")]
    [InlineData(Kind.RefusedConditions, true, Phase.Identify, WipeSession, "NAK 6 in session to POLL: handshake again")]
    [InlineData(Kind.RefusedConditions, false, Phase.Online, RejectCommand, "NAK 6 in session to a command: it is refused")]
    [InlineData(Kind.RefusedUnsecured, true, Phase.Identify, RemarkRestarted | RejectCommand | WipeSession, "NAK 6 in clear: the reader lost its session")]
    [InlineData(Kind.SequenceZero, true, Phase.Identify, RejectCommand | WipeSession, "the reader asks for a link reset")]
    [InlineData(Kind.Untrusted, true, Phase.Held, RemarkUntrusted | DoubtCommand | WipeSession | SayOffline, "wrong authentication code")]
    [InlineData(Kind.IdentityDiffers, true, Phase.Replaced, RemarkReplaced | DoubtCommand | WipeSession | SayOffline, "device replaced")]
    [InlineData(Kind.PowerReported, true, Phase.RestoreIndicator, RemarkRestarted, "LEDs are what they were at the start: set again")]
    [InlineData(Kind.OldSequence, true, Phase.Online, KeepListening, "a late reply")]
    [InlineData(Kind.Echo, true, Phase.Online, KeepListening, "the own transmission")]
    [InlineData(Kind.Stranger, true, Phase.Online, KeepListening | CountStranger, "another address")]
    internal void A_reader_online_is_answered_so(Kind kind, bool isPoll, Phase phase, PeripheralActions actions, string why)
    {
        var run = TableRun.Online().Exchange(kind, isPoll: isPoll);
        Assert.True((phase, actions) == (run.State.Phase, run.Actions), $"{why}: {run.State.Phase}, {run.Actions}");
        Assert.True(run.State.Phase is Phase.Online or Phase.RestoreIndicator == run.State.InSession, why);
    }

    [Fact]
    public void Silence_is_repeated_twice_at_once_then_once_a_second_and_ends_after_eight()
    {
        var run = TableRun.Online();
        var silentSince = run.State.LastAnswer;
        var sends = new List<double>();
        while (run.State.Phase == Phase.Online)
        {
            var due = run.State.Due > run.Now ? run.State.Due : run.Now;
            run.Do(Kind.Sent, (due - run.Now).TotalSeconds);
            if (run.State.IsGivenUp(run.Now))
            {
                run.Do(Kind.Silence);
                break;
            }

            sends.Add(Math.Round((run.Now - silentSince).TotalSeconds, 2));
            var (sequence, outstanding) = (run.State.Sequence, run.State.IsOutstanding);
            run.Do(Kind.Silence, 0.25);
            Assert.True(run.State.Phase == Phase.Offline || (run.State.Sequence, run.State.IsOutstanding) == (sequence, outstanding), "another frame");
        }

        Assert.Equal([0, 0.25, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5], sends);
        Assert.Equal(8, (run.Now - silentSince).TotalSeconds, 0.001);
        Assert.Equal(DoubtCommand | WipeSession | SayOffline, run.Actions);
    }

    [Fact]
    public void An_offline_reader_is_probed_ever_more_slowly()
    {
        var run = new TableRun();
        var waits = new List<double>();
        for (var probes = 0; probes < 9; probes++)
        {
            run.Do(Kind.Sent).Do(Kind.Silence);
            waits.Add((run.State.Due - run.Now).TotalSeconds);
            run.Do(Kind.Echo, waits[^1]);
        }

        Assert.Equal([0, 0, 1, 2, 4, 8, 10, 10, 10], waits);
    }

    [Fact]
    public void Busy_is_bounded_by_count_and_by_time()
    {
        var run = TableRun.Online();
        var began = run.Now;
        var busies = 0;
        for (; run.State.Phase == Phase.Online; busies++)
        {
            run.Do(Kind.Sent, Math.Max(0, (run.State.Due - run.Now).TotalSeconds)).Do(Kind.Busy);
        }

        Assert.InRange(busies, 10, 21);
        Assert.InRange((run.Now - began).TotalSeconds, 6, 8.6);
        Assert.True(run.Actions.HasFlag(SayOffline | DoubtCommand));
    }

    [Fact]
    public void A_refused_check_is_repeated_with_the_same_number_and_bounded()
    {
        var run = TableRun.Online();
        var sequence = run.State.Sequence;
        for (var refusals = 0; refusals < 8; refusals++)
        {
            run.Exchange(Kind.RefusedCheck);
            Assert.Equal((sequence, true, Phase.Online), (run.State.Sequence, run.State.IsOutstanding, run.State.Phase));
        }

        Assert.Equal(Phase.Identify, run.Exchange(Kind.RefusedCheck).State.Phase);
    }

    [Fact]
    public void Only_a_reader_that_is_not_known_yet_is_asked_with_a_checksum()
    {
        Assert.True(new TableRun().Exchange(Kind.RefusedCheck).State is { UsesChecksum: true, IsOutstanding: false });
        Assert.False(TableRun.Online().Exchange(Kind.RefusedCheck).State.UsesChecksum);
        Assert.True(new TableRun().To(Phase.ReadCapabilities).Do(Kind.Answered, features: PeripheralFeatures.ChecksumOnly).State.UsesChecksum);
    }

    [Fact]
    public void Handshakes_are_held_for_5_10_20_40_and_60_seconds()
    {
        var run = new TableRun().To(Phase.Challenge);
        var holds = new List<double>();
        for (var failures = 0; failures < 7; failures++)
        {
            run.Exchange(Kind.HandshakeFailed);
            holds.Add((run.State.Due - run.Now).TotalSeconds);
            Assert.Equal((Phase.Held, (byte)0), (run.State.Phase, run.State.Sequence));
            run.Do(Kind.Echo, holds[^1]);
        }

        Assert.Equal([5, 10, 20, 40, 60, 60, 60], holds);
    }

    [Fact]
    public void A_hold_survives_a_reader_that_is_plugged_in_again()
    {
        var run = new TableRun().To(Phase.Challenge);
        run.Exchange(Kind.HandshakeFailed).Exchange(Kind.HandshakeFailed);
        var heldUntil = run.State.HeldUntil;
        run.Exchange(Kind.Silence).Exchange(Kind.Silence).Exchange(Kind.Silence);
        Assert.Equal(Phase.Offline, run.State.Phase);
        run.Exchange(Kind.Answered).Exchange(Kind.Answered);
        Assert.Equal(Phase.Held, run.State.Phase);
        Assert.True(run.State.Due == run.State.HeldUntil && run.State.HeldUntil > heldUntil);
    }

    [Fact]
    public void A_forger_gets_at_most_six_handshakes_a_minute()
    {
        var run = TableRun.Online();
        var handshakes = 0;
        var end = run.Now + TimeSpan.FromSeconds(60);
        while (run.Now < end)
        {
            run.Exchange(Kind.Untrusted);
            run.Do(Kind.Echo, (run.State.Due - run.Now).TotalSeconds);
            handshakes += run.Now < end ? 1 : 0;
            run.To(Phase.Online);
        }

        Assert.InRange(handshakes, 3, 6);
    }

    [Fact]
    public void A_reader_that_loses_its_session_again_and_again_is_held()
    {
        var run = TableRun.Online();
        for (var losses = 0; losses < PeripheralTiming.MostRestarts; losses++)
        {
            Assert.Equal(Phase.Identify, run.Exchange(Kind.RefusedUnsecured).State.Phase);
            run.To(Phase.Online);
        }

        Assert.Equal(Phase.Held, run.Exchange(Kind.RefusedUnsecured).State.Phase);
        Assert.True(run.Actions.HasFlag(RemarkFault | SayOffline));
    }

    [Fact]
    public void A_session_that_lasts_makes_earlier_failures_forgotten()
    {
        var run = TableRun.Online().Exchange(Kind.Untrusted).To(Phase.Online);
        Assert.Equal(1, run.Exchange(Kind.Answered, 59).State.Failures);
        Assert.Equal(0, run.Exchange(Kind.Answered, 2).State.Failures);
    }

    [Fact]
    public void A_reader_that_demands_security_where_the_site_says_clear_is_held()
    {
        var run = TableRun.Online(isSecure: false).Exchange(Kind.RefusedUnsecured);
        Assert.Equal(Phase.SecurityDemanded, run.State.Phase);
        Assert.True(run.Actions.HasFlag(RemarkSecurityDemanded | SayOffline));
    }

    [Fact]
    public void The_sequence_number_stands_still_until_the_read_is_stored()
    {
        var run = TableRun.Online().Exchange(Kind.CredentialReported);
        var sequence = run.State.Sequence;
        run.Repeat(Kind.ReportRepeated, 7);
        Assert.Equal((sequence, true, true), (run.State.Sequence, run.State.IsOutstanding, run.State.IsToldOnline));
        run.Repeat(Kind.ReportRepeated, 2);
        Assert.Equal((sequence, true, false, Phase.Online), (run.State.Sequence, run.State.IsOutstanding, run.State.IsToldOnline, run.State.Phase));
        Assert.Single(run.History, actions => actions.HasFlag(SayOffline));

        run.Do(Kind.ReportStored);
        Assert.Equal((PeripheralMoves.After(sequence), false), (run.State.Sequence, run.State.IsOutstanding));
        Assert.Equal(SayOnline, run.Actions);
    }

    [Fact]
    public void A_fire_release_does_not_wait_for_a_disk()
    {
        var run = TableRun.Online().Exchange(Kind.CredentialReported).Do(Kind.FireWaits);
        Assert.False(run.State.IsOutstanding);
    }

    [Fact]
    public void A_command_that_was_repeated_is_in_doubt_and_one_that_was_not_is_refused()
    {
        Assert.True(TableRun.Online().Exchange(Kind.RefusedSequence, isPoll: false).Actions.HasFlag(RejectCommand));
        Assert.True(TableRun.Online().Exchange(Kind.Silence, isPoll: false).Exchange(Kind.RefusedSequence, isPoll: false).Actions.HasFlag(DoubtCommand));
    }
}
