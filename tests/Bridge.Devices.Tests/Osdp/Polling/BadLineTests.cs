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
        { "three of ten replies have the next sequence number", new ReaderFaults { WrongSequence = 0.3, Seed = 15 }, true },
    };

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
}
