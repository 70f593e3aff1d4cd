namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A day of virtual time at two readers.</summary>
[Collection(MemoryAlone.Name)]
public sealed class DayLongTests(ITestOutputHelper output)
{
    private const int Seed = 20261129;
    private const double Hour = 3600;

    /// <summary>Some 170 000 exchanges: a byte kept of each would be more.</summary>
    private const long MostGrowth = 150_000;

    [Conformance(66, "A day of virtual time: memory flat, no read lost or told twice, no session lost")]
    [Fact]
    public void A_day_leaves_nothing_behind()
    {
        var (grown, exchanges) = Live(hours: 24, keepsFrames: false);
        var (control, _) = Live(hours: 3, keepsFrames: true);
        output.WriteLine($"seed {Seed}: {exchanges} exchanges, {grown} bytes grown. Control, the frames of 3 hours kept: {control} bytes");
        Assert.True(grown < MostGrowth, $"{grown} bytes");
        Assert.True(control > 4 * MostGrowth, "the measurement sees nothing");
    }

    private static (long Grown, long Exchanges) Live(int hours, bool keepsFrames)
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromSeconds(1) };
        var readers = new[] { bench.Add(5), bench.Add(6) };
        var random = new Random(Seed);
        var cards = 2 * hours;
        for (var card = 0; card < cards; card++)
        {
            var reader = readers[card % 2];
            bench.After(60 + (random.NextDouble() * ((hours * Hour) - 120)), () => reader.PresentCard("10111011000000110010000110"));
        }

        for (var tick = 1; tick < hours * 6 && !keepsFrames; tick++)
        {
            bench.After(tick * Hour / 6, () =>
            {
                bench.Wire.Requests.Clear();
                bench.Replies.Clear();
            });
        }

        long first = 0, last = 0;
        bench.After(Hour + 1, () => first = GC.GetTotalMemory(forceFullCollection: true));
        bench.After((hours * Hour) - 1, () => last = GC.GetTotalMemory(forceFullCollection: true));
        Assert.IsType<LineEnd.Stopped>(bench.Run(hours * Hour));

        Assert.Equal(cards, bench.Of<DeviceEvent.CredentialRead>().Count());
        Assert.Equal(cards, bench.Of<DeviceEvent.CredentialRead>().Select(read => (read.Point, read.Number)).Distinct().Count());
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.Equal((1, 1), (bench.Figures(5).Handshakes, bench.Figures(6).Handshakes));
        return (last - first, bench.Figures(5).Exchanges + bench.Figures(6).Exchanges);
    }
}
