using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Bridge.Architecture.Tests.Sources;

/// <summary>The repository's files, read and parsed once for all rules.</summary>
public static class Repository
{
    private static readonly string[] CodeFolders = ["src", "simulators", "tests"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Parsed = new(() =>
        [.. Files("*.cs").AsParallel().AsOrdered().Select(path => SourceFile.Parse(path, ReadText(path)))]);

    public static readonly IReadOnlyList<string> Leaves = ["Bridge.Policy", "Bridge.Devices", "Bridge.Journal", "Bridge.Outbound", "Bridge.Console"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Sources => Parsed.Value;

    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>Paths below the code folders, without build output, from the root, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
        [.. (folders.Length == 0 ? CodeFolders : folders)
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    public static XDocument Project(string path) => XDocument.Parse(ReadText(path));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // Deterministic builds rewrite the caller's path, so the test's own folder is the second guess.
        foreach (var start in new[] { Path.GetDirectoryName(here), AppContext.BaseDirectory })
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "AccessBridge.sln")))
                {
                    return folder;
                }
            }
        }

        throw new InvalidOperationException("The repository's root was not found.");
    }
}
