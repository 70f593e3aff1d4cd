using Bridge.Host.Configuration;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Configuration;

/// <summary>Site files that are wrong in one way each; what is expected stands in their first lines.</summary>
public sealed class WrongSiteTests
{
    private const string Mark = "// expected | ";

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(RepositoryFiles.WrongSites, "*.json").Select(path => Path.GetFileName(path)).Order()];

    [Fact]
    public void ThereAreAtLeastTwenty() => Assert.InRange(Files.Count, 20, int.MaxValue);

    [Theory]
    [MemberData(nameof(Files))]
    public void IsRefusedWithExactlyTheExpectedErrors(string file)
    {
        var path = Path.Combine(RepositoryFiles.WrongSites, file);
        string[][] expected = [.. File.ReadLines(path).TakeWhile(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..].Split(" | "))];

        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(path));

        var found = string.Join('\n', refused.Errors);
        Assert.True(expected.Length == refused.Errors.Count, $"expected {expected.Length}, found:\n{found}");
        foreach (var (row, error) in expected.Zip(refused.Errors))
        {
            Assert.Equal($"{row[0]} {row[1]}", $"{error.Position.Line}:{error.Position.Column} {error.Path}");
            Assert.Contains(row[2], error.Message, StringComparison.Ordinal);
            Assert.StartsWith($"{path}:{row[0]}: {row[1]}: ", error.ToString(), StringComparison.Ordinal);
            Assert.EndsWith(".", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task StartsNothing(string file)
    {
        using var folder = SiteFolder.With(await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.WrongSites, file), TestContext.Current.CancellationToken));
        var before = folder.Contents();
        foreach (var verb in (string[])["run", "validate"])
        {
            var run = await VerbRun.RunAsync(TestContext.Current.CancellationToken, verb, "--site", folder.SiteFile);
            Assert.Equal(ExitCode.Configuration, run.Exit);
            Assert.Contains(folder.SiteFile, run.Errors, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }

        Assert.Equal(before, folder.Contents());
    }
}
