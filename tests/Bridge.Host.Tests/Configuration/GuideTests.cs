using System.Reflection;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Configuration;

/// <summary>The guides name what there is.</summary>
public sealed class GuideTests
{
    [Fact]
    public void EveryKeyAndItsSectionStandInTheGuide()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "guides", "site-file.md"));
        Assert.All(SiteShapes.All.SelectMany(shape => shape.Keys).Distinct(), key => Assert.Contains($"| `{key}` |", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryExitCodeStandsInTheGuide()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "guides", "exit-codes.md"));
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static);
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"| {code.GetRawConstantValue()} | {code.Name} |", guide, StringComparison.Ordinal));
    }
}
