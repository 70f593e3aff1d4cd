namespace Bridge.Invariants;

/// <summary>What the questions found in one journal, and how much there was to be wrong.</summary>
/// <param name="ByKey">Grants of the open key: those with a case.</param>
public sealed record InvariantReport(int Invariants, long Entries, long Grants, long ByKey, IReadOnlyList<Violation> Violations)
{
    public static InvariantReport None { get; } = new(0, 0, 0, 0, []);

    public InvariantReport And(InvariantReport other) => new(
        Math.Max(Invariants, other.Invariants), Entries + other.Entries, Grants + other.Grants, ByKey + other.ByKey, [.. Violations, .. other.Violations]);

    public override string ToString() =>
        $"{Invariants} SQL invariants over {Entries} entries, {Grants} grants, {ByKey} of them by the open key: {Violations.Count} violations"
        + string.Concat(Violations.Take(10).Select(one => $"\n  {one}"));
}
