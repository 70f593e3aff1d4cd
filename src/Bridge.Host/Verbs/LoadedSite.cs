using Bridge.Host.Configuration;

namespace Bridge.Host.Verbs;

/// <summary>Loads the site file for a verb and says what is wrong with it.</summary>
internal static class LoadedSite
{
    /// <summary>The configuration, or the exit code to end with.</summary>
    public static async Task<(LoadResult.Loaded? Site, int Exit)> LoadAsync(string path, TextWriter errors, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (ConfigurationLoader.Load(path))
        {
            case LoadResult.Loaded loaded:
                return (loaded, ExitCode.Ok);
            case LoadResult.NotRead notRead:
                await errors.WriteLineAsync(notRead.Reason);
                return (null, ExitCode.NoInput);
            case LoadResult.Refused refused:
                foreach (var error in refused.Errors)
                {
                    await errors.WriteLineAsync(error.ToString());
                }

                await errors.WriteLineAsync(refused.Errors.Count == 1 ? "1 error, nothing was started." : $"{refused.Errors.Count} errors, nothing was started.");
                return (null, ExitCode.Configuration);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
