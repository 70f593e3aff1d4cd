namespace Bridge.Invariants;

/// <param name="Invariant">The name of the question that it is a row of.</param>
/// <param name="Sequence">The entry that shows it.</param>
public sealed record Violation(string Invariant, long Sequence, string What)
{
    public override string ToString() => $"{Invariant}: entry {Sequence}: {What}";
}
