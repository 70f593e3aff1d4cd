namespace Bridge.Simulators.Cli;

/// <summary>Where the sources are that this program was built from.</summary>
internal static class RepositoryRoot
{
    public static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AccessBridge.sln")))
            {
                return folder;
            }
        }

        throw new FileNotFoundException("AccessBridge.sln is not above this program.");
    }
}
