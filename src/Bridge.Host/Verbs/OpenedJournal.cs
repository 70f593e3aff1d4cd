using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>Opens the journal of a site for reading.</summary>
internal static class OpenedJournal
{
    /// <summary>The reader, or the exit code to end with.</summary>
    public static async Task<(JournalReader? Reader, int Exit)> OpenAsync(string sitePath, TextWriter errors, CancellationToken cancellationToken)
    {
        var (journal, exit) = await JournalFile.FindAsync(sitePath, errors, cancellationToken);
        if (journal is null)
        {
            return (null, exit);
        }

        switch (JournalReader.Open(journal))
        {
            case StorageResult<JournalReader>.Done opened:
                return (opened.Value, ExitCode.Ok);
            case StorageResult<JournalReader>.Failed failed:
                await errors.WriteLineAsync($"The journal cannot be read ({failed.Failure}): {failed.Reason}");
                return (null, ExitCode.JournalUnusable);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
