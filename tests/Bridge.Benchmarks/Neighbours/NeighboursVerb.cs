using System.CommandLine;
using System.Diagnostics;
using Bridge.Benchmarks.Products;
using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Sites;

namespace Bridge.Benchmarks.Neighbours;

/// <summary>One unit of sixteen on a line is dead, slow or babbling: what the cards at the other fifteen doors feel of it, with the whole product.</summary>
internal static class NeighboursVerb
{
    private const int Units = 16;
    private const int Victim = 5;
    private const double MostRise = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(125);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of people and weather.", DefaultValueFactory = _ => 20261124 };
    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long each trouble lasts; it is felt most at its beginning.",
        DefaultValueFactory = _ => 180,
    };

    public static Command Create()
    {
        var command = new Command("neighbours", "One unit of 16 is dead, slow or babbling: the others' card to pulse.") { Quick, Seconds, Seed };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (quick, seed) = (arguments.GetValue(Quick), arguments.GetValue(Seed));
        var seconds = TimeSpan.FromSeconds(quick ? 3 : arguments.GetValue(Seconds));
        Machine.Describe();
        var felt = new List<Felt>();
        foreach (var trouble in Trouble.All.Append(Trouble.Everywhere))
        {
            felt.AddRange(await OnceAsync(trouble, trouble == Trouble.Everywhere ? seconds / 3 : seconds, seed, cancellationToken));
            System.Console.WriteLine($"{trouble.Name}: done, load {Machine.Load}");
        }

        return Report(felt, $"{seconds.TotalSeconds:0} s each, the onset included, seed {seed}", quick);
    }

    private static int Report(List<Felt> felt, string how, bool quick)
    {
        var table = new Table("line, unit 5 of 16", "cards at the others", "no pulse", "p50 ms", "p99 ms", "p99 rise", "worst", "worst of first 15 s");
        var report = new Report();
        foreach (var one in felt.OrderBy(one => one.Line, StringComparer.Ordinal))
        {
            var healthy = felt.First(other => other.Line == one.Line);
            var rise = one.P99 - healthy.P99;
            table.Add($"{one.Line}, {one.Trouble.Name}", one.Cards.Count, one.Unserved, one.P50, one.P99, rise, one.Worst, one.WorstAtOnset);
            if (one.Trouble == Trouble.Everywhere)
            {
                report.Add(Target.AtLeast($"{one.Line}, {one.Trouble.Name}: the measure must see it", rise, MostRise, "ms"));
            }
            else if (one != healthy)
            {
                report.Add(Target.AtMost($"{one.Line}, {one.Trouble.Name}: rise of p99", rise, MostRise, "ms"));
            }
        }

        var judged = felt.Where(one => one.Trouble != Trouble.Everywhere).ToList();
        report.Add(Target.AtMost($"cards without a pulse, of {judged.Sum(one => one.Cards.Count):#,0}", judged.Sum(one => one.Unserved), 0, "cards"));
        table.Write($"Card to the beginning of the pulse at the simulated lock, whole product, {how}");
        return report.Close(quick);
    }

    /// <summary>A fresh product for each trouble: what it learned of the last one shall not count.</summary>
    private static async Task<IEnumerable<Felt>> OnceAsync(Trouble trouble, TimeSpan length, int seed, CancellationToken cancellationToken)
    {
        await using var building = await KeypadBuilding.OpenAsync(ProductFiles.Assembly(), Units, cards: 100, cancellationToken);
        await using var product = building.StartProduct();
        Crowd[] crowds = [new(building, KeypadBuilding.Tcp, Victim, Units, seed), new(building, KeypadBuilding.Terminal, Victim, Units, seed + 1)];
        foreach (var keypad in crowds.SelectMany(crowd => Enumerable.Range(1, Units).Select(unit => building.Keypad(crowd.Line, unit))))
        {
            keypad.PresentCard(BenchmarkSite.CardBits(1));
        }

        if (!await product.IsReadyAsync(StartLimit, cancellationToken) || !await building.ForgotAllAsync(cancellationToken))
        {
            throw new TimeoutException($"The product did not come up.\n{product.Output}");
        }

        await PresentAsync(crowds, TimeSpan.FromSeconds(3), cancellationToken);
        foreach (var crowd in crowds)
        {
            crowd.StartCounting();
            var units = trouble == Trouble.Everywhere ? Enumerable.Range(1, Units) : [Victim];
            units.ToList().ForEach(unit => building.World.Lines[crowd.Line].Line.SetWeather((byte)unit, trouble.Weather with { Seed = seed }));
        }

        await PresentAsync(crowds, length, cancellationToken);
        await building.ForgotAllAsync(cancellationToken);
        // The last pulse may still be on its way.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var felt = crowds.Select(crowd => new Felt(crowd.Line, trouble, crowd.Served())).ToList();
        await product.StopAsync(cancellationToken);
        return felt;
    }

    private static async Task PresentAsync(Crowd[] crowds, TimeSpan length, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < length;)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            Array.ForEach(crowds, crowd => crowd.Step());
        }
    }
}
