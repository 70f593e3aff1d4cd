using System.Text.RegularExpressions;
using Bridge.Host.Configuration;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Configuration;

/// <summary>What the first page tells a newcomer to type is what the product takes.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"));

    [Fact]
    public void TheFirstSiteFileIsGood()
    {
        var site = Regex.Match(Text, "```jsonc\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Read("/README/site.json", System.Text.Encoding.UTF8.GetBytes(site)));

        Assert.True(loaded.Configuration.Rules.Doors[new DoorId("front")].FireRelease);
    }

    [Fact]
    public void ThePageNamesEveryRequestOfTheControlSocket()
    {
        var named = Regex.Match(Text, @"/operator/doors/\{door\}/\{(.*?)\}").Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);

        Assert.Equal(Enum.GetNames<DoorModeRequest>().Order(), named.Select(name => WordStart().Replace(name, match => match.Groups[1].Value.ToUpperInvariant())).Order());
    }

    [Fact]
    public void EveryFileItPointsToIsThere() => Assert.All(
        Link().Matches(Text).Select(match => match.Groups[1].Value),
        target => Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, target)), target));

    [GeneratedRegex("(?:^|-)([a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"\]\(([^):]+)\)")]
    private static partial Regex Link();
}
