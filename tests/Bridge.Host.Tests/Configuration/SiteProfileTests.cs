using Bridge.Host.Configuration;

namespace Bridge.Host.Tests.Configuration;

/// <summary>Device profiles of the site's own.</summary>
public sealed class SiteProfileTests
{
    [Theory]
    [InlineData(300, null, "thirty seconds are enough for every length")]
    [InlineData(110, "$.doors.lobby-main.extendedReleaseTime", "eleven seconds do not hold the extended release of twelve")]
    public void LimitTheReleaseToWhatTheDeviceCounts(int maximum, string? path, string why)
    {
        using var folder = Folder(profile => Good.Replace(profile, "\"maximum\": 300", $"\"maximum\": {maximum}"));
        switch (ConfigurationLoader.Load(folder.SiteFile))
        {
            case LoadResult.Refused refused:
                Assert.True(path == Assert.Single(refused.Errors).Path, $"{why}: {refused.Errors[0]}");
                Assert.Contains("shorten extendedReleaseTime", refused.Errors[0].Message, StringComparison.Ordinal);
                break;
            default:
                Assert.True(path is null, why);
                break;
        }
    }

    [Fact]
    public void AreRefusedWhenOneIsWrongAndNothingElseIsBlamed()
    {
        using var folder = Folder(profile => profile.Replace("\"outputs\"", "\"outptus\"", StringComparison.Ordinal));
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Equal("$.profileDirectory", Assert.Single(refused.Errors).Path);
    }

    [Fact]
    public void NeedTheirDirectory()
    {
        using var folder = Folder(profile => profile);
        Directory.Delete(Path.Combine(folder.Path, "profiles"), recursive: true);
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Equal("$.profileDirectory", Assert.Single(refused.Errors).Path);
    }

    private static SiteFolder Folder(Func<string, string> change)
    {
        var sample = Good.Replace(File.ReadAllText(RepositoryFiles.Sample), "// \"profileDirectory\"", "\"profileDirectory\"");
        var folder = SiteFolder.With(Good.Replace(sample, "\"unit\": 1, \"profile\": \"generic-keypad-lock\", \"poll\": \"100 ms\"", "\"unit\": 1, \"profile\": \"own-lock\""));
        var shipped = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Bridge.Devices", "Profiles", "generic-keypad-lock.json"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "profiles"));
        folder.Write(Path.Combine("profiles", "own-lock.json"), change(Good.Replace(shipped, "\"name\": \"generic-keypad-lock\"", "\"name\": \"own-lock\"")));
        return folder;
    }
}
