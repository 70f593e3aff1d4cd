namespace Bridge.Journal;

/// <summary>A row as it stands in the journal.</summary>
/// <param name="RecordedAt">Wall clock at the commit.</param>
/// <param name="Hash">SHA-256 over the previous row's hash and this row's canonical bytes.</param>
public sealed record StoredEntry(JournalPosition Position, JournalEntry Entry, DateTimeOffset RecordedAt, ReadOnlyMemory<byte> Hash);
