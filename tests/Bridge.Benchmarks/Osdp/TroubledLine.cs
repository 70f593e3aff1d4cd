using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Osdp;

/// <summary>
/// Eight readers of which one is dead, one slow, one BUSY for ever and one refuses POLL: how long the four others are left alone, beside the bound that
/// docs/drivers/osdp-line.md states.
/// </summary>
internal static class TroubledLine
{
    public static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(190);
    private const int Readers = 8;
    private static readonly int[] Healthy = [0, 5, 6, 7];

    /// <summary>What the driver waits for a dead reader: the protocol's 200 ms and 50 ms for a serial adapter.</summary>
    private static readonly TimeSpan ReplyWindow = TimeSpan.FromMilliseconds(250);

    /// <summary>After a repeat that was answered the line stays quiet.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    /// <summary>What a machine that does other things as well may be late, in a whole round.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(25);

    public static async Task RunAsync(int baud, TimeSpan seconds, Table table, Report report, CancellationToken cancellationToken)
    {
        var load = new Load(baud, Readers, IsSecure: true);
        await using var readers = await ReadersProcess.StartAsync(load, cancellationToken);
        await using var panel = Panel.Start(load, readers.Path, OsdpVerb.Poll, new Gauge());
        await panel.OnlineAsync(cancellationToken);
        panel.Gauge.WatchGaps();
        await Task.Delay(seconds / 3, TimeProvider.System, cancellationToken);
        var well = Healthy.SelectMany(panel.Gauge.Gaps).ToList();
        await readers.TellAsync("trouble");
        panel.Gauge.WatchGaps();
        await Task.Delay(seconds, TimeProvider.System, cancellationToken);
        var troubled = Healthy.SelectMany(panel.Gauge.Gaps).ToList();
        var bound = Bound(load);
        table.Add($"{baud} bit/s", well.Count, Sample.Median(well), well.Max(), troubled.Count, Sample.Median(troubled), troubled.Max(), bound);
        report.Add(Target.AtMost($"{baud} bit/s, four troubled of eight: longest interval of the healthy", troubled.Max(), bound, "ms"));
        report.Add(Target.AtLeast($"{baud} bit/s, control: the trouble is seen", troubled.Max(), well.Max() + SlowAnswer.TotalMilliseconds, "ms"));
    }

    /// <summary>Own exchange and those of three others that are well, and one each of the dead, the slow, the busy and the refusing one.</summary>
    private static double Bound(Load load)
    {
        const int poll = 15;
        const int ack = 14;
        const int capabilities = 31;
        const int listed = 62;
        var well = load.Seconds(poll + ack, 1, Load.Turnaround);
        var dead = load.Seconds(poll, 1, ReplyWindow);
        var slow = load.Seconds(poll + ack, 1, SlowAnswer);
        var busy = load.Seconds(poll + 8, 1, Load.Turnaround) + Rest.TotalSeconds;
        var refusing = load.Seconds(capabilities + listed, 1, Load.Turnaround);
        return 1000 * ((4 * well) + dead + slow + busy + refusing + Lateness.TotalSeconds);
    }
}
