namespace Bridge.Outbound.Tests.Deploy;

/// <summary>Files of the repository beside the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string Folder(string relative) => Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(Folder(relative));

    // From the test's own folder: a deterministic build rewrites the compiler's idea of where the sources are.
    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "AccessBridge.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The repository's root was not found.");
    }
}
