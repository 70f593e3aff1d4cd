namespace Bridge.Host.Verbs;

/// <summary>Finds the journal of a site for the verbs that only read.</summary>
internal static class JournalFile
{
    /// <summary>The path of the journal, or the exit code to end with.</summary>
    public static async Task<(string? Path, int Exit)> FindAsync(string sitePath, TextWriter errors, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(sitePath, errors, cancellationToken);
        if (site is null)
        {
            return (null, exit);
        }

        var journal = site.Configuration.Paths.Journal;
        if (File.Exists(journal))
        {
            return (journal, ExitCode.Ok);
        }

        await errors.WriteLineAsync($"There is no journal at {journal}: the service has not run here yet.");
        return (null, ExitCode.NoInput);
    }
}
