using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A person gives a reader another address or speed: the line follows, looks at both places when it is not sure, and tells where the reader is.</summary>
public sealed class RelocationTests
{
    private const byte Comset = 0x6E;

    [Conformance(46, "COMSET: COM awaited, the new address followed; neighbours go on")]
    [Fact]
    public async Task A_reader_is_followed_to_its_new_address()
    {
        var bench = new ReaderBench();
        var moved = bench.Add(5);
        bench.Add(6);
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, 7)));
        bench.After(6, () => moved.PresentCard("10111011000000110010000110"));
        bench.Run(8);

        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal(7, moved.Unit);
        Assert.True(moved.IsInSession);
        Assert.Equal(ReaderBench.Device(5), Assert.Single(bench.Of<DeviceEvent.CredentialRead>()).Point.Device);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.Equal(0, bench.Figures(6).Silences);
        Assert.Single(bench.Speeds);
        Assert.Single(bench.Sent(5), sent => sent.Command.Code == Comset);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.At > TimeSpan.FromSeconds(2.5));
    }

    [Conformance(46, "COMSET: the new speed followed")]
    [Fact]
    public async Task A_lone_reader_is_followed_to_its_new_speed()
    {
        var bench = new ReaderBench();
        var moved = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, 5, 38400)));
        bench.Run(8);

        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal([ReaderBench.Baud, 38400], bench.Speeds);
        Assert.True(moved.IsInSession);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
    }

    [Conformance(46, "COMSET: COM with other values than asked for is followed")]
    [Fact]
    public async Task What_the_reader_says_counts_and_not_what_it_was_asked_for()
    {
        var bench = new ReaderBench();
        var moved = bench.Add(5, isSecure: false);
        var asked = 0;
        bench.Instead = command => command.Code == Comset && asked++ == 0 ? Elsewhere(bench, moved, command.Sequence) : null;
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, 7)));
        bench.Run(8);

        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal(9, moved.Unit);
        Assert.Contains(bench.Sent(9), sent => sent.Command.Code == 0x60);
        Assert.Empty(bench.Sent(7));
    }

    [Conformance(46, "COMSET: COM lost: the reader is found where it went")]
    [Theory]
    [InlineData(7, ReaderBench.Baud)]
    [InlineData(5, 19200)]
    public async Task A_reader_whose_answer_is_lost_is_looked_for_at_both_places(byte address, int speed)
    {
        var bench = new ReaderBench();
        var moved = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () =>
        {
            result = bench.Execute(To(5, address, speed));
            moved.SetFaults(new ReaderFaults { Drop = 1 });
        });
        bench.After(2.4, () => moved.SetFaults(ReaderFaults.None));
        bench.Run(40);

        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal((address, speed), (moved.Unit, moved.BitsPerSecond));
        Assert.True(moved.IsInSession);
        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
    }

    [Conformance(46, "COMSET: a reader that does not go is found again where it was")]
    [Fact]
    public async Task A_reader_that_says_it_goes_and_stays_is_told_of()
    {
        var bench = new ReaderBench();
        var stays = bench.Add(5, isSecure: false);
        bench.Instead = command => command.Code == Comset ? PlainFrame.Reply(5, (byte)command.Sequence, 0x54, [7, 0x80, 0x25, 0, 0]) : null;
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, 7)));
        bench.Run(30);

        Assert.Contains("where it was", Assert.IsType<CommandResult.Rejected>(await result!).Reason);
        Assert.Equal(5, stays.Unit);
        Assert.Contains(bench.Sent(7), sent => sent.Command.Code == 0x61);
        Assert.IsType<DeviceEvent.Online>(bench.Events.Last(each => each is DeviceEvent.Online or DeviceEvent.Offline));
    }

    [Fact]
    public async Task A_reader_that_is_found_nowhere_is_in_doubt_and_still_looked_for()
    {
        var bench = new ReaderBench();
        var moved = bench.Add(5);
        bench.Add(6);
        Task<CommandResult>? result = null;
        bench.After(2, () =>
        {
            result = bench.Execute(To(5, 7));
            bench.Unplugged.Add(5);
        });
        bench.After(90, () => bench.Unplugged.Remove(5));
        bench.Run(120);
        Assert.IsType<CommandResult.OutcomeUnknown>(await result!);
        Assert.Equal(5, moved.Unit);
        Assert.IsType<DeviceEvent.Online>(bench.Events.Last(each => each is DeviceEvent.Online or DeviceEvent.Offline));
    }

    [Theory]
    [InlineData(6, ReaderBench.Baud, "belongs to reader6")]
    [InlineData(127, ReaderBench.Baud, "0 to 126")]
    [InlineData(7, 38400, "1 other readers")]
    [InlineData(7, 12345, "no OSDP speed")]
    public async Task Where_a_reader_must_not_go_it_is_not_sent(byte address, int speed, string why)
    {
        var bench = new ReaderBench();
        bench.Add(5);
        bench.Add(6);
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, address, speed)));
        bench.Run(3);
        Assert.Contains(why, Assert.IsType<CommandResult.Rejected>(await result!).Reason);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code == Comset);
    }

    [Fact]
    public async Task A_reader_that_refuses_stays_online()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [Comset] = 3 } });
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(To(5, 7)));
        bench.Run(4);
        Assert.Contains("NAK 3", Assert.IsType<CommandResult.Rejected>(await result!).Reason);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
    }

    private static DeviceCommand.SetCommunication To(byte reader, byte address, int speed = ReaderBench.Baud) =>
        new(ReaderBench.Point(reader, "reader"), address, speed);

    /// <summary>COM with address 9, and there the reader goes.</summary>
    private static byte[] Elsewhere(ReaderBench bench, OsdpReader moved, int sequence)
    {
        bench.After(0.1, () => moved.Answer(Simulators.Osdp.Wire.CommandFrame.Read(PlainFrame.Build(5, (byte)sequence, Comset, [9, 0x80, 0x25, 0, 0]))).AfterSent!());
        return PlainFrame.Reply(5, (byte)sequence, 0x54, [9, 0x80, 0x25, 0, 0]);
    }
}
