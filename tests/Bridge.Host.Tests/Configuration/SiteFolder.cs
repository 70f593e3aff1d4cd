namespace Bridge.Host.Tests.Configuration;

/// <summary>A fresh directory with a site file in it.</summary>
internal sealed class SiteFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("accessbridge-site-").FullName;

    public string SiteFile => System.IO.Path.Combine(Path, "site.json");

    public static SiteFolder With(string site)
    {
        var folder = new SiteFolder();
        File.WriteAllText(folder.SiteFile, site);
        return folder;
    }

    /// <summary>The commented sample, with its data in this folder.</summary>
    public static SiteFolder WithSample() => With(File.ReadAllText(RepositoryFiles.Sample)
        .Replace("/var/lib/accessbridge", "data", StringComparison.Ordinal)
        .Replace("/var/log/accessbridge", "logs", StringComparison.Ordinal));

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Every file with its content, to see that nothing was touched.</summary>
    public IReadOnlyDictionary<string, string> Contents() => Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, path => File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "directory");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
