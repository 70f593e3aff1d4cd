namespace Bridge.Journal.Storage;

/// <summary>Looks at a whole file before it is trusted: SQLite's own check of its pages, then the chain.</summary>
internal static class WholeJournal
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public static StorageResult<JournalHead> Check(string path, CancellationToken cancellation)
    {
        var integrity = Attempt.At(path, () =>
        {
            using var copy = SqliteFile.OpenForReading(path, Wait);
            using var check = new Statement(copy, "PRAGMA integrity_check(1)");
            return check.Step() ? check.Text(0) : "no answer";
        });
        if (integrity is not StorageResult<string>.Done { Value: "ok" })
        {
            return new StorageResult<JournalHead>.Failed(StorageFailure.Corrupt, $"{path} failed its integrity check: {integrity}");
        }

        return JournalVerifier.Verify(path, expected: null, cancellation) switch
        {
            JournalVerified.Intact intact => new StorageResult<JournalHead>.Done(intact.Head),
            var other => new StorageResult<JournalHead>.Failed(StorageFailure.Corrupt, $"{path}: {other}"),
        };
    }
}
