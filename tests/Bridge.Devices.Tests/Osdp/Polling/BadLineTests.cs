using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Replies that are late, broken, doubled, from elsewhere or not there: the reader stays, and nothing shifts by one.</summary>
public sealed class BadLineTests
{
    private const string Card = "10111011000000110010000110";

    public static TheoryData<string, ReaderFaults, bool> Faults => new()
    {
        { "three of ten replies are lost", new ReaderFaults { Drop = 0.3, Seed = 11 }, true },
        { "three of ten replies have a wrong check", new ReaderFaults { CorruptCheck = 0.3, Seed = 12 }, true },
        { "three of ten replies end in the middle", new ReaderFaults { Truncate = 0.3, Seed = 13 }, true },
        { "every reply comes twice", new ReaderFaults { Duplicate = 1 }, false },
        { "the command is heard before every reply", new ReaderFaults { Echo = 1 }, false },
        { "noise follows every reply", new ReaderFaults { ExtraBytes = 1 }, false },
        { "eight marks before every reply", new ReaderFaults { Marks = 8 }, false },
        { "every reply comes in two pieces 15 ms apart", new ReaderFaults { Split = 1 }, false },
        { "every reply begins after 199 ms", new ReaderFaults { Delay = 1, DelayBy = TimeSpan.FromMilliseconds(196) }, false },
        { "three of ten replies come after 400 ms", new ReaderFaults { Delay = 0.3, DelayBy = TimeSpan.FromMilliseconds(397), Seed = 14 }, true },
        { "three of ten replies begin after 260 ms", new ReaderFaults { Delay = 0.3, DelayBy = TimeSpan.FromMilliseconds(257), Seed = 17 }, true },
        { "three of ten replies come in two pieces 400 ms apart", new ReaderFaults { Split = 0.3, SplitGap = TimeSpan.FromMilliseconds(400), Seed = 16 }, true },
        { "three of ten replies have the next sequence number", new ReaderFaults { WrongSequence = 0.3, Seed = 15 }, true },
    };

    [Conformance(1, "Receiver accepts 0 and 8 marks before the start")]
    [Conformance(4, "Reply with bad CRC: not delivered, same frame again, session kept")]
    [Conformance(6, "Reply cut: time-out, recovery, next exchange clean")]
    [Conformance(7, "Two halves 15 ms apart accepted, 400 ms apart rejected")]
    [Conformance(12, "Echo ignored, exchange succeeds after it")]
    [Conformance(14, "Two replies to one command: second ignored")]
    [Conformance(22, "Reply at 199 ms accepted; at 260 ms asked again, the late reply ignored, no shift")]
    [Conformance(27, "Reply with SQN + 1 ignored, retried")]
    [Conformance(53, "CRC error in session: session kept")]
    [Theory, MemberData(nameof(Faults))]
    public void A_reader_stays_online_and_tells_each_card_once(string why, ReaderFaults faults, bool needsRetries)
    {
        foreach (var isSecure in new[] { false, true })
        {
            var bench = new ReaderBench();
            var reader = bench.Add(5, isSecure);
            bench.After(2, () => reader.SetFaults(faults));
            for (var card = 0; card < 5; card++)
            {
                bench.After(3 + (3 * card), () => reader.PresentCard(Card));
            }

            bench.Run(25);
            Assert.True(bench.Of<DeviceEvent.CredentialRead>().Count() == 5, $"{why}: {bench.Of<DeviceEvent.CredentialRead>().Count()} cards, secure {isSecure}; {string.Join("; ", bench.Of<DeviceEvent.Remark>())}; {string.Join(", ", reader.ForgottenReads)}");
            Assert.True(!bench.Of<DeviceEvent.Offline>().Any(), $"{why}: offline, secure {isSecure}");
            Assert.Equal(1, bench.Figures(5).Handshakes + (isSecure ? 0 : 1));
            Assert.True(bench.Figures(5).Retries > 0 == needsRetries, $"{why}: {bench.Figures(5).Retries} repeats");
        }
    }

    [Conformance(5, "Reply with bad checksum: not delivered, same frame again, session kept")]
    [Fact]
    public void A_reader_that_only_sums_is_read_over_a_bad_line_as_well()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(new ReaderFaults { Capabilities = "080000" });
        bench.After(2, () => reader.SetFaults(new ReaderFaults { Capabilities = "080000", CorruptCheck = 0.3, Seed = 18 }));
        for (var card = 0; card < 5; card++)
        {
            bench.After(3 + (3 * card), () => reader.PresentCard(Card));
        }

        bench.Run(25);
        Assert.All(bench.Sent(5).Where(sent => sent.At.TotalSeconds > 2), sent => Assert.Equal(0, sent.Command.Control & 4));
        Assert.Equal(5, bench.Of<DeviceEvent.CredentialRead>().Count());
        Assert.Equal((1, 0), (bench.Figures(5).Handshakes, bench.Of<DeviceEvent.Offline>().Count()));
        Assert.True(bench.Figures(5).CheckErrors > 10);
    }

    [Conformance(20, "No reply: retry byte-identical, same SQN")]
    [Conformance(21, "In session the same ciphertext and authentication code")]
    [Fact]
    public void A_repeat_is_the_same_bytes()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Drop = 0.3, Seed = 3 });
        bench.Run(20);
        foreach (var (one, next) in bench.Sent(5).Zip(bench.Sent(5).Skip(1)))
        {
            var isRepeat = one.Command.Sequence == next.Command.Sequence && one.Command.Sequence != 0;
            Assert.True(!isRepeat || one.Command.Bytes.SequenceEqual(next.Command.Bytes), "another frame with the same sequence number");
        }

        Assert.True(bench.Figures(5).Retries > 10);
    }

    [Conformance(23, "BUSY x3 then reply: same bytes each time")]
    [Conformance(57, "BUSY in clear in session tolerated, chain unmoved")]
    [Fact]
    public void Three_busies_are_waited_out_with_the_same_bytes()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.SetFaults(new ReaderFaults { Busy = 3 }));
        bench.Run(4);
        Assert.Equal(3, bench.Figures(5).Busies);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.Equal(1, bench.Figures(5).Handshakes);
    }

    [Conformance(24, "BUSY for ever: bounded, offline")]
    [Fact]
    public void A_reader_that_is_busy_for_ever_is_offline_within_nine_seconds()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        var at = TimeSpan.Zero;
        bench.Host = happened =>
        {
            at = happened is DeviceEvent.Offline ? bench.Wire.Now : at;
            return true;
        };
        bench.After(2, () => reader.SetFaults(new ReaderFaults { Busy = -1 }));
        bench.Run(20);
        Assert.InRange(at.TotalSeconds, 8, 11);
        Assert.InRange(bench.Figures(5).Busies, 10, 60);
    }

    [Conformance(26, "Reply with SQN 0 in the middle: link reset")]
    [Fact]
    public void A_reply_with_sequence_number_0_starts_the_link_anew()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.SetFaults(new ReaderFaults { ZeroSequence = 1 }));
        bench.After(2.15, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(12);
        Assert.Contains(bench.Sent(5), sent => sent.At.TotalSeconds > 2 && sent.Command is { Sequence: 0, Code: 0x61 });
        Assert.True(reader.IsInSession);
    }

    [Conformance(13, "Reply from wrong address ignored, counted")]
    [Fact]
    public void Replies_from_another_address_are_counted_and_remarked()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.SetFaults(new ReaderFaults { WrongAddress = 1 }));
        bench.Run(9);
        Assert.True(bench.Figures(5).Strangers >= 5);
        Assert.Single(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.AddressClash);
    }

    [Conformance(8, "Random garbage between frames: no crash, no false event")]
    [Fact]
    public void Garbage_between_frames_is_no_event()
    {
        var bench = new ReaderBench();
        bench.Add(5);
        var random = new Random(5);
        for (var burst = 0; burst < 200; burst++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            bench.Wire.Arrive(TimeSpan.FromSeconds(2 + (burst * 0.05)), bytes);
        }

        bench.Run(20);
        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.True(bench.Line.Statistics.StrayBytes > 1000);
    }

    [Conformance(17, "Never transmits while a reply is pending; two characters idle before")]
    [Conformance(18, "Address 7F is not used for polling")]
    [Fact]
    public void The_line_is_idle_for_two_characters_before_each_command_and_nobody_is_interrupted()
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromMilliseconds(5) };
        bench.Add(5);
        bench.Add(6, isSecure: false);
        bench.Run(10);
        var twoCharacters = TimeSpan.FromSeconds(2 * 10.0 / ReaderBench.Baud) - TimeSpan.FromTicks(10);
        var replies = bench.Replies.ToArray();
        var place = 0;
        foreach (var (at, frame) in bench.Wire.Requests.Skip(1))
        {
            while (place + 1 < replies.Length && replies[place + 1].Begins < at)
            {
                place++;
            }

            Assert.True(at - replies[place].Ends >= twoCharacters, $"{Convert.ToHexString(frame)} at {at}, after a reply that ended at {replies[place].Ends}");
        }

        Assert.True(replies.Length > 200);
        Assert.All(bench.Wire.Requests, request => Assert.Contains(request.Frame[2], new byte[] { 5, 6 }));
    }

    [Conformance(64, "Two readers with one address: alarm, no crash")]
    [Fact]
    public void Two_replies_to_each_command_are_remarked()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Duplicate = 1 });
        bench.Run(5);
        Assert.Single(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.AddressClash);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.InRange(bench.Figures(5).SecondReplies, bench.Figures(5).Polls - 2, bench.Figures(5).Exchanges);
    }

    [Conformance(25, "NAK 4: restart with SQN 0")]
    [Theory]
    [InlineData(0x04, 0x61, "NAK 4: the link starts again with sequence number 0")]
    [InlineData(0x03, 0x61, "NAK 3 to POLL is a fault")]
    public void A_refused_poll_starts_the_link_anew(byte nak, byte next, string why)
    {
        foreach (var isSecure in new[] { false, true })
        {
            var bench = new ReaderBench();
            var reader = bench.Add(5, isSecure);
            bench.After(2, () => reader.SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x60] = nak } }));
            bench.After(2.15, () => reader.SetFaults(ReaderFaults.None));
            bench.Run(6);
            Assert.True(bench.Sent(5).Exists(sent => sent.At.TotalSeconds > 2 && sent.Command.Code == next && sent.Command.Sequence == 0), why);
            Assert.True(bench.Sent(5)[^1].Command.Code == 0x60, why);
            Assert.Equal(isSecure, reader.IsInSession);
        }
    }

    [Conformance(30, "NAK 1: same frame again, bounded")]
    [Conformance(57, "NAK 1 in clear in session tolerated, chain unmoved")]
    [Theory]
    [InlineData(3, true, "a few are repeated with the same bytes")]
    [InlineData(1000, false, "for ever is bounded")]
    public void A_refused_check_is_repeated_and_bounded(int refusals, bool staysOnline, string why)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        var left = 0;
        bench.Instead = command => command.Code == 0x60 && left-- > 0
            ? Close([0x53, 0x85, 9, 0, (byte)(4 | command.Sequence), 0x41, 1]) : null;
        bench.After(2, () => left = refusals);
        bench.Run(5);
        Assert.True(bench.Sent(5).Count(sent => sent.Command.Code == 0x61) == (staysOnline ? 1 : bench.Sent(5).Count(sent => sent.Command.Code == 0x61)), why);
        Assert.Equal(staysOnline, !bench.Of<DeviceEvent.Remark>().Any());
        Assert.Equal(staysOnline, reader.IsInSession && bench.Figures(5).Handshakes == 1);

        static byte[] Close(byte[] frame)
        {
            var crc = Devices.Osdp.Frames.OsdpCrc.Compute(frame);
            return [.. frame, (byte)(crc & 0xFF), (byte)(crc >> 8)];
        }
    }
}
