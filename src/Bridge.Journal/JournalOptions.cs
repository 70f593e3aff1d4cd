namespace Bridge.Journal;

/// <param name="Path">The SQLite file. <c>Path.lock</c> beside it is the writer's lease.</param>
/// <param name="Site">Part of every id; chained into the first row.</param>
public sealed record JournalOptions(string Path, string Site)
{
    /// <summary>How long a commit waits for another writer of the same file (outbox marks, retention, a person with a database tool).</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(2);

    internal JournalDurability Durability { get; init; }

    /// <summary>For tests only: further PRAGMAs for the writer's connection, such as a small largest size.</summary>
    internal string Settings { get; init; } = string.Empty;
}
