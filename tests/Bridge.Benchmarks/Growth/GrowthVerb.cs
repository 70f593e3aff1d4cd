using System.CommandLine;
using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Rigs;
using Bridge.Benchmarks.Sites;
using Bridge.Journal;

namespace Bridge.Benchmarks.Growth;

/// <summary>A small site and a large one in turn: whether a decision takes longer because there is more.</summary>
internal static class GrowthVerb
{
    private const double Most = 1.2;
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds, each with both sites.", DefaultValueFactory = _ => 21 };

    public static Command Create()
    {
        var command = new Command("growth", "Decision time with more doors, credentials and journal rows.") { Quick, Rounds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var quick = arguments.GetValue(Quick);
        var rounds = quick ? 2 : arguments.GetValue(Rounds);
        Machine.Describe();
        var small = new Extent(Doors: 6, Credentials: 1_000, Rows: 1_000);
        (string Name, Extent Large)[] growths =
        [
            ("doors 6 to 600", small with { Doors = 600 }),
            ("credentials 1 k to 1 M", small with { Credentials = quick ? 10_000 : 1_000_000 }),
            ("journal rows 1 k to 1 M", small with { Rows = quick ? 10_000 : 1_000_000 }),
        ];
        var table = new Table("growth", "small: decision us", "large: decision us", "ratio", "small: with commit us", "large: with commit us", "ratio");
        var report = new Report();
        foreach (var (name, large) in growths)
        {
            var comparison = await Comparison.RunAsync(small, large, rounds, cancellationToken);
            table.Add(name, [.. comparison.Decision, .. comparison.Total]);
            report.Add(Target.AtMost($"{name}: decision", comparison.Decision[2], Most, "x"));
            report.Add(Target.AtMost($"{name}: decision with its commit", comparison.Total[2], Most, "x"));
        }

        table.Write($"Card to pulse command, {rounds} rounds of {Comparison.Cards} cards in turn; medians, and medians of the ratios of each round");
        return report.Close(quick);
    }
}
