using System.Reflection;

namespace Bridge.Mutation.Tests;

/// <summary>The sources that this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The policy's tests, as they were built together with this program.</summary>
    public static string PolicyTests { get; } = Path.Combine(
        Root, "tests", "Bridge.Policy.Tests", "bin", Configuration, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Bridge.Policy.Tests.dll");

    private static string Configuration => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Configuration").Value!;

    /// <summary>Every source file of the policy, by its path from the root, in one order everywhere.</summary>
    public static IReadOnlyList<string> PolicySources() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", "Bridge.Policy"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Find()
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
