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

    /// <summary>
    /// Not on disk, because the batch contradicts what is there: a record number that is not the next, a change of a record that does not exist. A mistake
    /// of the caller; the store goes on as it was.
    /// </summary>
    public sealed record Refused(string Reason) : CommitResult;
}
