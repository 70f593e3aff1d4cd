namespace Bridge.Journal;

/// <summary>The end of a verification.</summary>
public abstract record JournalVerified
{
    private JournalVerified()
    {
    }

    /// <param name="Rows">Rows whose hash was computed and compared.</param>
    /// <param name="Start">The place before the first row: sequence 0, or what retention left.</param>
    /// <param name="RetentionRecorded">
    /// Whether an entry in the chain names the start that retention left. False when nothing says that rows were deleted by the
    /// service itself; true when nothing was ever deleted.
    /// </param>
    public sealed record Intact(string Site, long Rows, JournalHead Start, JournalHead Head, bool RetentionRecorded) : JournalVerified;

    /// <param name="Sequence">The first bad row.</param>
    public sealed record Broken(long Sequence, ChainFault Fault, string Expected, string Found) : JournalVerified;

    /// <summary>
    /// The expected head lies before the chain's start, so nothing can be said about it: those rows are gone. Not an intact journal for whoever asked
    /// with that head; a newer one is needed.
    /// </summary>
    public sealed record Incomparable(JournalHead Expected, JournalHead Start) : JournalVerified;

    public sealed record Unreadable(StorageFailure Failure, string Reason) : JournalVerified;
}
