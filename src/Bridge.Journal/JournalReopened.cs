namespace Bridge.Journal;

/// <summary>The end of one attempt to make a journal usable again after a failed commit.</summary>
public abstract record JournalReopened
{
    private JournalReopened()
    {
    }

    /// <summary>
    /// The file ends exactly where the last successful commit left it and has taken a synced write again. Nothing of the failed batch is there.
    /// </summary>
    public sealed record Reopened(JournalPosition Head) : JournalReopened;

    /// <summary>Not yet (disk still full, read-only, locked ...): try again later.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : JournalReopened;

    /// <summary>The file does not end in what was acknowledged: an acknowledged entry is missing or altered. No retry helps, and the file was left as it is.</summary>
    public sealed record TailDiffers(JournalPosition Expected, JournalPosition Found) : JournalReopened;
}
