using System.CommandLine;
using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Rigs;
using Bridge.Benchmarks.Sites;

namespace Bridge.Benchmarks.Card;

/// <summary>From a card to the command for its lock, without the wire: look-up, decision, journal and commit.</summary>
internal static class CardVerb
{
    private const int Doors = 32;
    private const int Cards = 1000;

    /// <summary>What is left of "reference + one commit + 2 ms" when the wire is taken out.</summary>
    private const double MostAboveCommit = 2000;

    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };

    public static Command Create()
    {
        var command = new Command("card", "Card to pulse command without the wire, and the share of the commit in it.") { Quick };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var quick = arguments.GetValue(Quick);
        Machine.Describe();
        using var files = BenchmarkSite.Unopened(Doors);
        files.Write(cards: 0, "50 ms");
        await using var rig = EngineRig.Open(files, _ => People.Register(Cards));
        rig.Start();
        var people = new People(rig, Cards);
        await SingleAsync(people, quick ? 50 : 500, cancellationToken);
        var single = await SingleAsync(people, quick ? 100 : 3000, cancellationToken);
        var burst = await BurstsAsync(people, quick ? 5 : 200, cancellationToken);

        var table = new Table("card to pulse command", "cards", "p50 us", "p99 us", "commit p50 us", "commit p99 us", "share of commit", "above commit p50", "above commit p99");
        var report = new Report();
        Add(table, "one at a time, every 5 ms", single);
        Add(table, $"{Doors} doors at once", burst);
        table.Write($"{Doors} doors, {Cards} cards, journal with synchronous=FULL on {files.Folder}");
        System.Console.WriteLine($"commit: from the beginning of its transaction to the command after it; every card presented got its pulse ({single.Count + burst.Count})");
        // In a burst a card may wait for the commit of those before it: only single cards have one commit to be above of.
        report.Add(Target.AtMost("one at a time: above the commit, p50", Sample.Median(single.Select(time => time.Decision)), MostAboveCommit, "us"));
        report.Add(Target.AtMost("one at a time: above the commit, p99", Sample.Percentile(single.Select(time => time.Decision), 99), MostAboveCommit, "us"));
        report.Add(Target.AtMost("journal degraded during the run", rig.Keeper.Degraded ? 1 : 0, 0, "times"));
        return report.Close(quick);
    }

    private static async Task<List<CardTimes>> SingleAsync(People people, int count, CancellationToken cancellationToken)
    {
        var times = new List<CardTimes>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var card = 0; card < count; card++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            times.Add(await people.PresentAsync(card, card, cancellationToken));
        }

        return times;
    }

    private static async Task<List<CardTimes>> BurstsAsync(People people, int count, CancellationToken cancellationToken)
    {
        var times = new List<CardTimes>(count * Doors);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var burst = 0; burst < count; burst++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            var pulses = Enumerable.Range(0, Doors).Select(door => people.PresentAsync(door, burst + door, cancellationToken)).ToList();
            times.AddRange(await Task.WhenAll(pulses));
        }

        return times;
    }

    private static void Add(Table table, string name, List<CardTimes> times)
    {
        var (total, commit) = (times.Select(time => time.Total).ToList(), times.Select(time => time.Commit).ToList());
        var above = times.Select(time => time.Decision).ToList();
        table.Add(
            name, times.Count, Sample.Median(total), Sample.Percentile(total, 99), Sample.Median(commit), Sample.Percentile(commit, 99),
            Sample.Median(times.Select(time => time.Commit / time.Total)), Sample.Median(above), Sample.Percentile(above, 99));
    }
}
