using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>The sequence number is the receipt: a reader forgets a card or PIN when it is stored, not before.</summary>
public sealed class ReceiptTests
{
    private const string Card = "10111011000000110010000110";
    private const string Other = "00001010000000000001001111";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reader_is_kept_at_its_poll_until_the_read_is_stored(bool isSecure)
    {
        var bench = new ReaderBench { Stores = false };
        var reader = bench.Add(5, isSecure);
        bench.After(2, () => reader.PresentCard(Card));
        bench.After(5, () =>
        {
            Assert.Single(reader.KeptReads);
            bench.Line.Confirm(ReaderBench.Point(5, "reader"), bench.Of<DeviceEvent.CredentialRead>().Single().Number);
        });
        bench.Run(7);

        var read = Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
        Assert.False(read.QueuedWhileOffline);
        Assert.InRange(read.Age.TotalSeconds, 0, 0.3);
        Assert.Equal([(byte)0xBB, 0x03, 0x21, 0x80], Assert.IsType<CredentialData.Card>(read.Credential).Bits.ToArray());
        Assert.Equal(ForgottenReason.Acknowledged, Assert.Single(reader.ForgottenReads).Reason);
        var repeats = Repeats(bench);
        Assert.True(repeats is > 20 and < 40, $"{repeats} polls of one sequence number in three seconds");
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
    }

    [Fact]
    public void After_eight_seconds_without_a_disk_the_reader_is_told_offline_and_keeps_its_session()
    {
        var bench = new ReaderBench { Stores = false };
        var reader = bench.Add(5);
        bench.After(2, () => reader.PresentCard(Card));
        bench.After(30, () => bench.Line.Confirm(ReaderBench.Point(5, "reader"), bench.Of<DeviceEvent.CredentialRead>().Single().Number));
        bench.After(31, () => reader.PresentCard(Other));
        bench.Run(33);

        Assert.Contains("not stored", Assert.Single(bench.Of<DeviceEvent.Offline>()).Reason);
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
        Assert.Equal(2, bench.Of<DeviceEvent.CredentialRead>().Count());
        Assert.Single(bench.Sent(5), sent => sent.Command.Code == 0x76);
        Assert.True(reader.IsInSession);
    }

    [Fact]
    public void A_read_that_the_host_had_no_room_for_is_offered_again()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        var refusals = 0;
        bench.Host = happened => happened is not DeviceEvent.CredentialRead || ++refusals > 10;
        bench.After(2, () => reader.PresentCard(Card));
        bench.Run(5);

        var read = Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
        Assert.InRange(read.Age.TotalSeconds, 0.3, 2);
        Assert.Equal(ForgottenReason.Acknowledged, Assert.Single(reader.ForgottenReads).Reason);
    }

    [Conformance(40, "Card whose reply is lost once: delivered exactly once")]
    [Fact]
    public void A_read_whose_reply_is_lost_is_told_exactly_once()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () =>
        {
            reader.PresentCard(Card);
            reader.SetFaults(new ReaderFaults { Drop = 1 });
        });
        bench.After(2.3, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(5);
        Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Equal(ForgottenReason.Acknowledged, Assert.Single(reader.ForgottenReads).Reason);
        Assert.True(bench.Figures(5).Retries > 0);
    }

    [Conformance(37, "KEYPAD by single keys and as a whole PIN")]
    [Fact]
    public void Digits_are_let_go_of_at_once_and_the_key_that_completes_a_PIN_is_kept()
    {
        var bench = new ReaderBench { Stores = false };
        var reader = bench.Add(5, profile: new ReaderProfile { Keypad = KeypadStyle.EachKey });
        bench.After(2, () => reader.EnterPin("4711"));
        bench.After(4, () => Assert.Equal(1, reader.WaitingReports));
        bench.After(4.5, () => bench.Line.Confirm(ReaderBench.Point(5, "reader"), bench.Of<DeviceEvent.CredentialRead>().Single().Number));
        bench.Run(6);

        Assert.Equal("4711", Assert.IsType<CredentialData.Pin>(Assert.Single(bench.Of<DeviceEvent.CredentialRead>()).Credential).Digits);
        Assert.Equal(0, reader.WaitingReports);
        Assert.True(Repeats(bench) > 15);
    }

    [Fact]
    public void Numbers_run_on_over_sessions_of_the_line()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        for (var session = 0; session < 3; session++)
        {
            bench.After(2, () => reader.PresentCard(Card));
            bench.Run(3);
        }

        var numbers = bench.Of<DeviceEvent.CredentialRead>().Select(read => read.Number).ToList();
        Assert.Equal([numbers[0], numbers[0] + 1, numbers[0] + 2], numbers);
        Assert.True(numbers[0] > 0);
    }

    [Fact]
    public void A_read_that_is_taken_but_not_stored_when_the_reader_goes_away_is_not_lost()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        var isFull = true;
        bench.Host = happened => happened is not DeviceEvent.CredentialRead || !isFull;
        bench.After(2, () => reader.PresentCard(Card));
        bench.After(3, () => bench.Unplugged.Add(5));
        bench.After(15, () => isFull = false);
        bench.Run(16);
        Assert.True(Assert.Single(bench.Of<DeviceEvent.CredentialRead>()).Age > TimeSpan.FromSeconds(12), "it is told with its age");
    }

    /// <summary>
    /// "Queued" is every read until a POLL has once been answered with nothing to report: only then the reader has no read from before. The third
    /// card is held to the reader while the first two are still being told.
    /// </summary>
    [Conformance(42, "Read right after reconnect flagged stale")]
    [Fact]
    public void Reads_from_before_the_return_are_told_as_queued_until_the_reader_has_nothing_left()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, profile: new ReaderProfile { KeepsReadsOffline = true });
        bench.After(3, () => bench.Unplugged.Add(5));
        bench.After(20, () => reader.PresentCard(Card));
        bench.After(21, () => reader.PresentCard(Other));
        bench.After(33, () => bench.Unplugged.Remove(5));
        bench.After(46, () => reader.PresentCard(Card));
        var end = bench.Run(48);
        while (end is LineEnd.LinkLost)
        {
            end = bench.Run(48 - bench.Wire.Now.TotalSeconds);
        }

        Assert.Equal([true, true, false], bench.Of<DeviceEvent.CredentialRead>().Select(read => read.QueuedWhileOffline));
    }

    [Fact]
    public async Task A_fire_release_goes_out_while_a_read_waits_to_be_stored()
    {
        var bench = new ReaderBench { Stores = false };
        var reader = bench.Add(5);
        Task<CommandResult>? release = null;
        Task<CommandResult>? unlock = null;
        var pulse = new DeviceCommand.Pulse(ReaderBench.Point(5, "output1"), TimeSpan.FromSeconds(3));
        bench.After(2, () => reader.PresentCard(Card));
        bench.After(3, () => unlock = bench.Execute(pulse));
        bench.After(5, () => release = bench.Execute(pulse, CommandPriority.Fire));
        bench.Run(7);

        Assert.IsType<CommandResult.NotSent>(await unlock!);
        Assert.IsType<CommandResult.Confirmed>(await release!);
        Assert.Single(reader.Outputs["output1"].Activations);
    }

    private static int Repeats(ReaderBench bench) =>
        bench.Sent(5).GroupBy(sent => Convert.ToHexString(sent.Command.Bytes)).Where(same => same.First().Command.Code == 0x60)
            .Max(same => Consecutive(bench, same.Key));

    private static int Consecutive(ReaderBench bench, string frame)
    {
        var longest = 0;
        var run = 0;
        foreach (var sent in bench.Sent(5))
        {
            run = Convert.ToHexString(sent.Command.Bytes) == frame ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
