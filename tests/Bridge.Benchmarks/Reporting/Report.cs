namespace Bridge.Benchmarks.Reporting;

/// <summary>What a verb ends with: its targets, one line each, and an exit code that is 0 only if all hold.</summary>
internal sealed class Report
{
    private readonly List<Target> targets = [];

    public void Add(Target target) => targets.Add(target);

    /// <param name="quick">A quick run proves that the verb runs, no more: its figures are shown and not judged.</param>
    public int Close(bool quick)
    {
        System.Console.WriteLine();
        foreach (var target in targets)
        {
            System.Console.WriteLine(target);
        }

        System.Console.WriteLine(quick ? "quick run: too short to judge by, the verb works" : $"load of the machine at the end: {Machine.Load}");
        return quick || targets.TrueForAll(target => target.Holds) ? 0 : 1;
    }
}
