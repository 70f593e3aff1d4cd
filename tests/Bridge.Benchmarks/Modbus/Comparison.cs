using System.Text.Json;
using Bridge.Benchmarks.Peers;
using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Modbus;

/// <summary>Two masters in turn against one slave: whatever disturbs the machine disturbs both, and each ratio is of one round.</summary>
internal sealed class Comparison(string line, OwnMaster own, string client, string[] clientArguments, int core)
{
    private readonly List<Round> ours = [];
    private readonly List<Round> theirs = [];

    public async Task RunAsync(int rounds, int count, CancellationToken cancellationToken)
    {
        // The first round of ours is the just-in-time compiler's.
        await own.RunAsync(count, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that neither always finds the slave warm.
            if (round % 2 == 0)
            {
                theirs.Add(await LibmodbusAsync(count, cancellationToken));
            }

            ours.Add(await own.RunAsync(count, cancellationToken));
            if (round % 2 != 0)
            {
                theirs.Add(await LibmodbusAsync(count, cancellationToken));
            }
        }
    }

    public void Report(Table table, Report report)
    {
        Add(table, $"{line}: AccessBridge", ours);
        Add(table, $"{line}: libmodbus", theirs);
        var ratios = ours.Zip(theirs, (one, other) => one.PerSecond / other.PerSecond).ToList();
        table.AddText($"{line}: ratio", Text(ratios), Text(ours.Zip(theirs, (one, other) => one.P50 / other.P50)), Text(ours.Zip(theirs, (one, other) => one.P99 / other.P99)),
            Text(ours.Zip(theirs, (one, other) => one.CpuMicroseconds / other.CpuMicroseconds)), "", "");
        report.Add(Target.AtLeast($"{line}, transactions/s", Sample.Median(ratios), 1.0, "x libmodbus"));
        report.Add(Target.AtMost($"{line}, allocated", ours.Sum(round => (double)round.Bytes) / ours.Sum(round => round.Transactions), 0, "B per transaction"));
        report.Add(Target.AtMost($"{line}, wrong answers in {ours.Sum(round => round.Transactions):#,0}", ours.Sum(round => round.Wrong), 0, "answers"));
    }

    private static void Add(Table table, string name, List<Round> rounds) => table.Add(
        name,
        Sample.Median(rounds.Select(round => round.PerSecond)),
        Sample.Median(rounds.Select(round => round.P50)),
        Sample.Median(rounds.Select(round => round.P99)),
        Sample.Median(rounds.Select(round => round.CpuMicroseconds)),
        rounds.Sum(round => (double)round.Bytes) / rounds.Sum(round => round.Transactions),
        rounds.Sum(round => round.Wrong));

    private static string Text(IEnumerable<double> ratios) => Sample.Median(ratios).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Round> LibmodbusAsync(int count, CancellationToken cancellationToken)
    {
        var output = await PeerProcess.RunAsync(
            core, client, [.. clientArguments, count.ToString(System.Globalization.CultureInfo.InvariantCulture)], cancellationToken);
        return JsonSerializer.Deserialize<Round>(output) ?? throw new JsonException(output);
    }
}
