namespace Bridge.Simulators.People;

/// <summary>A scripted time in a building, as data.</summary>
/// <param name="Reaction">From the click of a lock to the pull at the door.</param>
/// <param name="Patience">How long somebody waits for a lock to click after the last thing they showed.</param>
/// <param name="Passage">How long a door stays open behind somebody.</param>
public sealed record Script(IReadOnlyList<Resident> Residents, IReadOnlyList<ScriptedAct> Acts, TimeSpan Reaction, TimeSpan Patience, TimeSpan Passage)
{
    public TimeSpan Length => Acts.Max(act => act.At + act.For) + Passage + Passage;

    public ScriptExpectation Expected => new(
        Acts.Count(act => act.Expected.Contains("granted", StringComparison.Ordinal)), Count("denied:"), Count("alarm:"));

    /// <summary>
    /// The same script in a fraction of the time, for a host whose own times (held open, fire) are shortened as much. People hurry too; nobody is faster
    /// than a poll of the inputs, so reaction, patience and passage stay above <paramref name="shortest"/>.
    /// </summary>
    public Script Compressed(double factor, TimeSpan shortest) => this with
    {
        Acts = [.. Acts.Select(act => act with { At = act.At / factor, For = act.For == TimeSpan.Zero ? act.For : Longer(act.For / factor, shortest) })],
        Reaction = Longer(Reaction / factor, shortest),
        Patience = Longer(Patience / factor, 3 * shortest),
        Passage = Longer(Passage / factor, shortest),
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private SortedDictionary<string, int> Count(string prefix) => new(
        Acts.SelectMany(act => act.Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(outcome => outcome.StartsWith(prefix, StringComparison.Ordinal))
            .CountBy(outcome => outcome[prefix.Length..])
            .ToDictionary(),
        StringComparer.Ordinal);
}
