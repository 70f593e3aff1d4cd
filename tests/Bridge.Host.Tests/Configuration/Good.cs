using Bridge.Host.Configuration;

namespace Bridge.Host.Tests.Configuration;

/// <summary>Sites that load.</summary>
internal static class Good
{
    public static SiteConfiguration Load(string path) => Accepted(ConfigurationLoader.Load(path));

    public static SiteConfiguration Sample(params (string Old, string New)[] changes)
    {
        var text = changes.Aggregate(File.ReadAllText(RepositoryFiles.Sample), (site, change) => Replace(site, change.Old, change.New));
        return Accepted(ConfigurationLoader.Read(RepositoryFiles.Sample, System.Text.Encoding.UTF8.GetBytes(text)));
    }

    public static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, with, StringComparison.Ordinal);
    }

    private static SiteConfiguration Accepted(LoadResult result) => result switch
    {
        LoadResult.Loaded loaded => loaded.Configuration,
        LoadResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
        _ => throw new InvalidOperationException(result.ToString()),
    };
}
