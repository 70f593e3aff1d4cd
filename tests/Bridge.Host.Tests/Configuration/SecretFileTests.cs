using Bridge.Host.Configuration;

namespace Bridge.Host.Tests.Configuration;

/// <summary>What everybody can read is no secret, and a missing secret costs the broker, not the doors.</summary>
public sealed class SecretFileTests
{
    [Theory]
    [InlineData("600", true, "the owner's alone")]
    [InlineData("640", true, "a group that may read is how services share a secret")]
    [InlineData("644", false, "everybody reads it")]
    [InlineData("602", false, "everybody can change it")]
    [InlineData("660", false, "the group can change it")]
    public void IsJudgedByItsMode(string mode, bool accepted, string why)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access lists and no modes.");
            return;
        }

        using var folder = SiteFolder.With(Site());
        File.SetUnixFileMode(folder.Write("password", "secret"), (UnixFileMode)Convert.ToInt32(mode, 8));
        var result = ConfigurationLoader.Load(folder.SiteFile);
        Assert.True(result is LoadResult.Loaded == accepted, why);
        if (result is LoadResult.Refused refused)
        {
            Assert.Equal("$.mqtt.broker.passwordFile", Assert.Single(refused.Errors).Path);
            Assert.Contains("chmod 600", refused.Errors[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void IsAWarningWhenMissing()
    {
        using var folder = SiteFolder.With(Site());
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Contains(loaded.Warnings, warning => warning.Path == "$.mqtt.broker.passwordFile");
        Assert.Equal(Path.Combine(folder.Path, "password"), loaded.Configuration.Mqtt.PasswordFile);
    }

    private static string Site() => Good.Replace(
        File.ReadAllText(RepositoryFiles.Sample),
        "\"broker\": \"embedded\", \"port\": 1883",
        """ "broker": { "host": "mqtt.example.org", "userName": "bridge", "passwordFile": "password" } """);
}
