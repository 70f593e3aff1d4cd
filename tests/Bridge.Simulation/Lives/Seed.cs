using Bridge.Journal;

namespace Bridge.Simulation.Lives;

/// <summary>Lives one life to its end.</summary>
internal static class Seed
{
    public static async Task<LifeReport> LiveAsync(LifeOptions options, CancellationToken cancellationToken)
    {
        await using var life = Life.Begin(options);
        var acts = new Acts(life, new Random(options.Seed + 1_000_003));
        life.Wait(TimeSpan.FromSeconds(1));
        for (var number = 0; number < options.Acts; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            acts.Next(number);
        }

        var report = life.Close(options.Seed);
        var late = report.Journal.Count(entry => entry.Entry.Unjournalled && entry.Entry.Origin == EntryOrigin.Input);
        var done = new SortedDictionary<string, int>(acts.Done.ToDictionary(), StringComparer.Ordinal)
        {
            ["~ reads"] = life.Inspection.Decisions.Reads,
            ["~ granted"] = life.Inspection.Decisions.Granted,
            ["~ written late"] = late,
            ["~ pulses"] = life.Inspection.Locks.Pulses,
            ["~ returns of a link"] = life.Conditions.Returns,
            ["~ looks at a contact"] = life.Inspection.Sensors.Looks,
        };
        foreach (var (reason, count) in life.Inspection.Decisions.Denied)
        {
            done[$"~ denied, {reason}"] = count;
        }

        return report with { Done = done };
    }
}
