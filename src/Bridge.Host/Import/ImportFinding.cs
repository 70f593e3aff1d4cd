namespace Bridge.Host.Import;

/// <summary>An error in a CSV file, in one sentence. It never repeats a PIN, a card number or a name.</summary>
/// <param name="Column">Null where the whole row is meant.</param>
public sealed record ImportFinding(string File, long Line, string? Column, string Message)
{
    public override string ToString() => Column is null ? $"{File}:{Line}: {Message}." : $"{File}:{Line}: column {Column}: {Message}.";
}
