namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>What a manufacturer says to its reader passes as it is; nothing longer is sent than the reader takes; a card that can answer is kept awake.</summary>
public sealed class VendorTests
{
    private const byte Mfg = 0x80;
    private const byte KeepActive = 0xA7;
    private const byte ReceiveSize = 0x7B;

    /// <summary>The simulated readers are of this vendor.</summary>
    private static readonly byte[] Question = [0xCA, 0xFE, 0x01, 0x01, 0xAA];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_reader_answers_is_given_back(bool isSecure)
    {
        var bench = new ReaderBench();
        bench.Add(5, isSecure).ManufacturerAnswer = data => [.. data[..3], 0xBB, data[4]];
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(Say(Question)));
        bench.Run(3);
        Assert.Equal([0xCA, 0xFE, 0x01, 0xBB, 0xAA], Assert.IsType<CommandResult.Confirmed>(await result!).Reply.ToArray());
        if (!isSecure)
        {
            var sent = Assert.Single(bench.Sent(5), sent => sent.Command.Code == Mfg);
            Assert.Equal(Question, sent.Command.Data.ToArray());
        }
    }

    [Fact]
    public async Task Another_vendors_reader_says_no_and_half_a_vendor_is_none()
    {
        var bench = new ReaderBench();
        bench.Add(5);
        List<Task<CommandResult>> results = [];
        bench.After(2, () => results.AddRange([bench.Execute(Say([1, 2, 3, 4])), bench.Execute(Say([1, 2]))]));
        bench.Run(3);
        Assert.Equal(["the reader refused it: NAK 9 (CannotProcess)", "an OSDP reader cannot do this at reader"],
            (await Task.WhenAll(results)).Select(result => Assert.IsType<CommandResult.Rejected>(result).Reason));
    }

    /// <summary>A frame in a session has 14 bytes around its blocks of 16, of which the last holds at least one byte of padding.</summary>
    [Conformance(16, "No frame longer than the reader takes is sent (PDCAP function 10)")]
    [Theory]
    [InlineData("0A8000", 111, 126)]
    [InlineData("0A8000", 112, null)]
    [InlineData("0A0001", 239, 254)]
    [InlineData("0A0001", 240, null)]
    [InlineData("0A1000", 111, 126)]
    [InlineData("", 112, null)]
    [InlineData("0AFFFF", 1423, 1438)]
    [InlineData("0AFFFF", 1424, null)]
    public async Task Nothing_longer_is_sent_than_the_reader_takes(string capabilities, int length, int? frame)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(new Simulators.Osdp.Faults.ReaderFaults { Capabilities = "080100" + capabilities });
        reader.ManufacturerAnswer = static data => data[..3];
        Task<CommandResult>? result = null;
        bench.After(3, () => result = bench.Execute(Say([.. Question[..3], .. new byte[length - 3]]), withinSeconds: 5));
        bench.Run(12);
        var sent = bench.Sent(5).Where(sent => sent.Command.Code == Mfg).Select(sent => sent.Command.Bytes.Length).Distinct().ToList();
        if (frame is { } bytes)
        {
            Assert.IsType<CommandResult.Confirmed>(await result!);
            Assert.Equal([bytes], sent);
        }
        else
        {
            Assert.Contains("and the reader takes", Assert.IsType<CommandResult.Rejected>(await result!).Reason);
            Assert.Empty(sent);
        }
    }

    [Conformance(47, "ACURXSIZE sent if the reader may send more than 128 bytes, inside the session")]
    [Theory]
    [InlineData("0A0001", true)]
    [InlineData("0A8000", false)]
    [InlineData("0A80000B0001", true)]
    [InlineData("", false)]
    public void The_longest_frame_is_announced_to_readers_with_long_frames(string capabilities, bool isAnnounced)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(new Simulators.Osdp.Faults.ReaderFaults { Capabilities = "080100" + capabilities });
        bench.Run(3);
        Assert.Equal(isAnnounced ? 1440 : null, reader.LongestReply);
        Assert.Equal(isAnnounced ? 1 : 0, bench.Sent(5).Count(sent => sent.Command is { Code: ReceiveSize, HasMac: true }));
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
    }

    [Fact]
    public void A_reader_that_knows_no_ACURXSIZE_comes_online_without()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new Simulators.Osdp.Faults.ReaderFaults { Refuse = new Dictionary<byte, byte> { [ReceiveSize] = 3 } });
        bench.Run(3);
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
    }

    [Theory]
    [InlineData("080100040401050201", null)]
    [InlineData("0801000404010502010C0100", 10.0)]
    public async Task A_card_that_can_answer_is_kept_awake_while_its_PIN_is_awaited(string capabilities, double? seconds)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(new Simulators.Osdp.Faults.ReaderFaults { Capabilities = capabilities });
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(new DeviceCommand.Indicate(ReaderBench.Point(5, "feedback"), "requirePin"), CommandPriority.Indicator));
        bench.Run(3);
        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal(seconds ?? 0, reader.KeptActive.TotalSeconds);
        Assert.Equal(seconds is null ? 0 : 1, bench.Sent(5).Count(sent => sent.Command.Code == KeepActive));
    }

    private static DeviceCommand.PassOn Say(byte[] data) => new(ReaderBench.Point(5, "reader"), data);
}
