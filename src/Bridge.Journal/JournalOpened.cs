namespace Bridge.Journal;

/// <summary>The result of one attempt to open a journal.</summary>
public abstract record JournalOpened
{
    private JournalOpened()
    {
    }

    public sealed record Open(JournalStore Store) : JournalOpened;

    /// <summary>Another process writes this journal (exit code 73).</summary>
    public sealed record InUse(string Reason) : JournalOpened;

    /// <summary>Written by a newer version; left untouched (exit code 74).</summary>
    public sealed record TooNew(int FileVersion, int KnownVersion) : JournalOpened;

    /// <summary>The file is damaged or cannot be read or created; left untouched.</summary>
    public sealed record Unusable(StorageFailure Failure, string Reason) : JournalOpened;
}
