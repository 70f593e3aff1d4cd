namespace Bridge.Journal;

/// <summary>The end of one commit.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>On disk: synced, and safe to tell.</summary>
    public sealed record Committed(JournalPosition Head) : CommitResult;

    /// <summary>Not on disk. Nothing of the batch may be acknowledged. The store must be reopened before the next commit is believed.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : CommitResult;
}
