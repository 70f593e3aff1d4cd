namespace Bridge.Simulators.Cli.Tests;

/// <summary>
/// What failed, kept to be said once more before the closing line: a runner prints the whole output of a process below its failures, and who sees only the end of
/// a long report would look for their names in vain.
/// </summary>
internal sealed class FailedTests
{
    private const int MostTests = 20;
    private const int MostLines = 15;

    private readonly List<List<string>> _tests = [];
    private bool _within;

    public IEnumerable<string> Lines => _tests.Take(MostTests).SelectMany(lines => lines)
        .Concat(_tests.Count > MostTests ? [$"... and {_tests.Count - MostTests} more that failed"] : []);

    /// <summary>A test's lines are its name and the indented ones below it.</summary>
    public void Take(string line)
    {
        if (line.StartsWith("failed ", StringComparison.Ordinal))
        {
            _tests.Add([line]);
            _within = true;
            return;
        }

        _within = _within && line.StartsWith(' ');
        if (_within && _tests[^1].Count < MostLines)
        {
            _tests[^1].Add(line);
        }
    }
}
