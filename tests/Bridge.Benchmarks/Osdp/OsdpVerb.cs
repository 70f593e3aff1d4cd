using System.CommandLine;
using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Osdp;

/// <summary>The OSDP line beside what its wire can do: simulated readers at true line rates, in a process of their own.</summary>
internal static class OsdpVerb
{
    /// <summary>The shortest that a site may ask for: the wire sets the pace.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    private const double LeastShare = 0.98;
    private const double MostMicroseconds = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long each line is measured, and again with cards.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int[]> Bauds = new("--baud") { Description = "Only these speeds.", AllowMultipleArgumentsPerToken = true };

    public static Command Create()
    {
        var command = new Command("osdp", "OSDP polls on a paced line beside what the wire can do, and from card to event.") { Quick, Seconds, Bauds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var quick = arguments.GetValue(Quick);
        var seconds = TimeSpan.FromSeconds(quick ? 1 : arguments.GetValue(Seconds));
        var bauds = arguments.GetValue(Bauds) is { Length: > 0 } chosen ? chosen : [9600, 38400, 115200];
        var loads = Load.All.Where(load => bauds.Contains(load.Baud) && (!quick || load is { Baud: 115200, Readers: 1 })).ToList();
        Machine.Describe();
        var table = new Table("line", "exch/s", "limit/s", "share", "turnaround ms", "share of 3 ms", "heard us", "sent us", "CPU us", "B", "cards", "card p50 ms", "limit", "card p99 ms", "limit");
        var report = new Report();
        foreach (var load in loads)
        {
            Add(await MeasureAsync(load, new Gauge(), seconds, cancellationToken), table, report);
        }

        var spoiled = await MeasureAsync(new Load(115200, 1, IsSecure: true), new Gauge { IsSpoiled = true }, TimeSpan.FromSeconds(1), cancellationToken);
        var intervals = new Table("8 readers, secure", "all well", "p50 ms", "longest", "four troubled", "p50 ms", "longest", "bound");
        foreach (var baud in quick ? [115200] : bauds)
        {
            await TroubledLine.RunAsync(baud, quick ? TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(20), intervals, report, cancellationToken);
        }

        table.Write($"POLL and answer, medians of {seconds.TotalSeconds:0} windows of a second, readers answer after {Load.Turnaround.TotalMilliseconds:0} ms; limit: their bytes with marks, the turnaround that the simulator really took, and two idle characters");
        intervals.Write("Time between two exchanges with a reader that is well, when one of the others is dead, one answers after 190 ms, one is BUSY for ever and one refuses POLL");
        System.Console.WriteLine($"positive control, 1 ms of computing and one object in each exchange: share {spoiled.Share:0.000}, {spoiled.ProcessorMicroseconds:0} us, {spoiled.BytesAllocated:0} B");
        report.Add(Target.AtMost("positive control: share", spoiled.Share, 0.9, "of the wire's limit"));
        report.Add(Target.AtLeast("positive control: CPU of an exchange", spoiled.ProcessorMicroseconds, 1000, "us"));
        report.Add(Target.AtLeast("positive control: allocated", spoiled.BytesAllocated, 24, "B"));
        return report.Close(quick);
    }

    private static void Add(Figures figures, Table table, Report report)
    {
        var name = figures.Load.Name;
        table.Add(
            name, figures.PerSecond, figures.Limit, figures.Share, figures.Turnaround, figures.NominalShare, figures.HeardMicroseconds, figures.SentMicroseconds, figures.ProcessorMicroseconds, figures.BytesAllocated, figures.Cards.Count, figures.P50, figures.LimitP50,
            figures.P99, figures.LimitP99);
        report.Add(Target.AtLeast($"{name}: exchanges", Math.Round(100 * figures.Share, 1), 100 * LeastShare, "% of the wire's limit"));
        report.Add(Target.AtMost($"{name}: CPU of the line's thread", figures.ProcessorMicroseconds, MostMicroseconds, "us an exchange"));
        report.Add(Target.AtMost($"{name}: allocated", figures.BytesAllocated, 0, "B an exchange"));
        report.Add(Target.AtMost($"{name}: cards that never came, of {figures.Cards.Count + figures.Missed}", figures.Missed, 0, "cards"));
        System.Console.WriteLine($"{name}: done, share {figures.Share:0.000} (of 3 ms sharp {figures.NominalShare:0.000}, turnaround {figures.Turnaround:0.000} ms), load {Machine.Load}");
    }

    private static async Task<Figures> MeasureAsync(Load load, Gauge gauge, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var readers = await ReadersProcess.StartAsync(load, cancellationToken);
        await using var panel = Panel.Start(load, readers.Path, Poll, gauge);
        await panel.OnlineAsync(cancellationToken);
        await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
        List<Reading> readings = [await gauge.TakeAsync(cancellationToken)];
        for (var second = 0; second < length.TotalSeconds; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            readings.Add(await gauge.TakeAsync(cancellationToken));
        }

        var sent = await readers.StampsAsync(cancellationToken);
        var windows = readings.Zip(readings.Skip(1), (from, to) => Window.Between(load, gauge, from, to, sent)).ToList();

        // So few that a card seldom waits behind another one's longer answer.
        await readers.TellAsync($"cards {Math.Max(20, 5000 * load.ExchangeSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        await Task.Delay(length, TimeProvider.System, cancellationToken);
        await readers.QuietAsync(cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds((2 * load.CycleSeconds) + 0.3), TimeProvider.System, cancellationToken);
        var taken = readers.Presented.Where(card => panel.Taken.ContainsKey(card.Key)).ToList();
        var cards = taken.Select(card => System.Diagnostics.Stopwatch.GetElapsedTime(card.Value, panel.Taken[card.Key]).TotalMilliseconds).ToList();
        return new Figures(load, windows, cards, readers.Presented.Count - cards.Count);
    }
}
