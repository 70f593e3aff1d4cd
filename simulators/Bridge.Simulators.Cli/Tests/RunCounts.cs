using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.Simulators.Cli.Tests;

/// <summary>The counters at the end of one test process's output.</summary>
internal sealed partial class RunCounts
{
    public int Total { get; private set; }

    public int Failed { get; private set; }

    public int Succeeded { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>A test process that crashed counts its failures as 0 and says so here only.</summary>
    public int Errors { get; private set; }

    public void Take(string line)
    {
        if (Counter().Match(line) is not { Success: true } match)
        {
            return;
        }

        var value = int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        switch (match.Groups["name"].Value)
        {
            case "total":
                Total = value;
                break;
            case "failed":
                Failed = value;
                break;
            case "succeeded":
                Succeeded = value;
                break;
            case "skipped":
                Skipped = value;
                break;
            default:
                Errors = value;
                break;
        }
    }

    [GeneratedRegex(@"^\s*(?<name>total|failed|succeeded|skipped|error): (?<value>\d+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
