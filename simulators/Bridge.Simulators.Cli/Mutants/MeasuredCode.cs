using System.Security.Cryptography;
using System.Text;

namespace Bridge.Simulators.Cli.Mutants;

/// <summary>The digest of all that decides what a mutation run finds: the policy, its tests and the run's settings.</summary>
internal static class MeasuredCode
{
    private static readonly string[] Places = ["src/Bridge.Policy", "tests/Bridge.Policy.Tests", "tests/Bridge.Policy.Mutation", ".config"];

    private static readonly string[] Built = ["bin", "obj", "StrykerOutput"];

    public static string Digest(DirectoryInfo root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Places.SelectMany(place => Files(root, place)).Order(StringComparer.Ordinal))
        {
            // A checkout on Windows may end its lines in another way: it is the same code.
            var text = File.ReadAllText(Path.Combine(root.FullName, path)).ReplaceLineEndings("\n");
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{text}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(DirectoryInfo root, string place) =>
        from file in Directory.EnumerateFiles(Path.Combine(root.FullName, place), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(root.FullName, file).Replace('\\', '/')
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal)
        where !path.Split('/').Intersect(Built).Any()
        select path;
}
