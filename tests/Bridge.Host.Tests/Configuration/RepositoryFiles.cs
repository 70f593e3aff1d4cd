namespace Bridge.Host.Tests.Configuration;

/// <summary>Files of the repository that tests read as they stand.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Sample => Path.Combine(Root, "deploy", "config", "site.sample.json");

    public static string Schema => Path.Combine(Root, "deploy", "config", "site.schema.json");

    public static string Residents => Path.Combine(Root, "deploy", "config", "residents.sample.csv");

    public static string WrongSites => Path.Combine(Root, "tests", "Bridge.Host.Tests", "Configuration", "wrong-sites");

    public static string WrongResidents => Path.Combine(Root, "tests", "Bridge.Host.Tests", "Import", "wrong-residents");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AccessBridge.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
