using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bridge.Benchmarks.Products;
using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Sites;

namespace Bridge.Benchmarks.Start;

/// <summary>The product as its user starts it: how long until the first card is decided and remembered, and how much memory it takes idle.</summary>
internal static class StartVerb
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How many starts.", DefaultValueFactory = _ => 7 };

    private static readonly Option<string> Product = new("--product")
    {
        Description = "Another accessbridge.dll than the one built beside this program, such as a published one.",
        DefaultValueFactory = _ => ProductFiles.Assembly(),
    };

    public static Command Create()
    {
        var command = new Command("start", "From the start of the process to its first decision, and its memory when idle.") { Quick, Rounds, Product };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (quick, product) = (arguments.GetValue(Quick), arguments.GetRequiredValue(Product));
        Machine.Describe();
        await using var building = await KeypadBuilding.OpenAsync(product, unitsOnALine: 3, cards: 100, cancellationToken);
        List<double> floors = [], firsts = [], processor = [], residents = [];
        for (var round = 0; round < (quick ? 1 : arguments.GetValue(Rounds)); round++)
        {
            floors.Add((await ProductFiles.RunAsync(product, ["version"], cancellationToken)).TotalMilliseconds);
            var (first, used, resident) = await OnceAsync(building, quick ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(10), cancellationToken);
            firsts.Add(first);
            processor.Add(used);
            residents.Add(resident);
        }

        var table = new Table("start", "rounds", "median", "best", "worst");
        table.Add("first decision, ms", firsts.Count, Sample.Median(firsts), firsts.Min(), firsts.Max());
        table.Add("processor time until then, ms", processor.Count, Sample.Median(processor), processor.Min(), processor.Max());
        table.Add("for comparison: the runtime and `version`, ms", floors.Count, Sample.Median(floors), floors.Min(), floors.Max());
        table.Add("resident idle, page fetched, MB", residents.Count, Sample.Median(residents), residents.Min(), residents.Max());
        table.Write("6 doors on a TCP line and a pseudo-terminal, a card waiting at the first; decided, in the journal, and acknowledged to the reader");
        var report = new Report();
        report.Add(Target.AtMost("start to first decision", Sample.Median(firsts), 600, "ms"));
        report.Add(Target.AtMost("resident memory, idle with the page", Sample.Median(residents), 120, "MB"));
        return report.Close(quick);
    }

    private static async Task<(double First, double Processor, double Resident)> OnceAsync(KeypadBuilding building, TimeSpan idle, CancellationToken cancellationToken)
    {
        building.Keypad(KeypadBuilding.Tcp, 1).PresentCard(BenchmarkSite.CardBits(1));
        var clock = Stopwatch.StartNew();
        await using var product = building.StartProduct();
        if (!await building.ForgotAllAsync(cancellationToken))
        {
            throw new TimeoutException($"No decision within a minute.\n{product.Output}");
        }

        var first = clock.Elapsed.TotalMilliseconds;
        using var seen = Process.GetProcessById(product.Id);
        var used = seen.TotalProcessorTime.TotalMilliseconds;
        for (var page = 0; page < 5; page++)
        {
            if (!await product.AnswersAsync("", TimeSpan.FromSeconds(10), cancellationToken))
            {
                throw new TimeoutException($"The page does not answer.\n{product.Output}");
            }
        }

        await Task.Delay(idle, cancellationToken);
        var resident = Resident(product.Id);
        await product.StopAsync(cancellationToken);
        return (first, used, resident);
    }

    private static double Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
