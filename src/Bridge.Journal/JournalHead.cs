namespace Bridge.Journal;

/// <summary>A place in the chain with its hash, kept elsewhere: what was signed, sent off the host or printed.</summary>
public sealed record JournalHead(JournalPosition Position, ReadOnlyMemory<byte> Hash)
{
    public override string ToString() => $"{Position} {Convert.ToHexStringLower(Hash.Span)}";
}
