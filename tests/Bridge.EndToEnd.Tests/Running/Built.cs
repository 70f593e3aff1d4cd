namespace Bridge.EndToEnd.Tests.Running;

/// <summary>Where the build has put the programs that these tests start, and the repository's files.</summary>
internal static class Built
{
    public static string Product { get; } = Find(Path.Combine("src", "Bridge.Host"), "accessbridge.dll");

    public static string FaultyBridge { get; } = Find(Path.Combine("tests", "Bridge.FaultyBridge"), "faulty-bridge.dll");

    public static string Root { get; } = FindRoot();

    private static string Find(string project, string assembly)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var path = Path.Combine(FindRoot(), project, "bin", configuration, "net10.0", assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: run dotnet build first.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AccessBridge.sln")))
            {
                return folder.FullName;
            }
        }

        throw new FileNotFoundException("AccessBridge.sln is not above this program.");
    }
}
