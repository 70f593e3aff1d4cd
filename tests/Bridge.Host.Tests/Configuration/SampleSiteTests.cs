using System.Text;
using Bridge.Devices.Transport;
using Bridge.Host.Configuration;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Tests.Configuration;

public sealed class SampleSiteTests
{
    [Fact]
    public void TheSampleIsGoodAndWithoutWarnings()
    {
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(RepositoryFiles.Sample));
        Assert.Empty(loaded.Warnings);
        Assert.Equal(64, loaded.Configuration.Hash.Length);
    }

    [Fact]
    public void TheSampleMeansWhatItSays()
    {
        var site = Good.Load(RepositoryFiles.Sample);
        var roof = site.Rules.Doors[new DoorId("roof")];
        Assert.Equal(TimeSpan.FromSeconds(5), roof.ReleaseTime);
        Assert.Equal(TimeSpan.FromSeconds(10), roof.ExtendedReleaseTime);
        Assert.True(roof is { HasContact: true, HasLockSensor: false, FireRelease: true, HasTamper: false });
        Assert.Equal(Authentication.CardAndPin, site.Rules.AccessPoints[new AccessPointId("lobby-main.outside")].Authentication);
        Assert.Equal([new DoorId("lobby-main"), new DoorId("roof")], site.Rules.AccessLevels[new AccessLevelId("technicians")].Doors);
        var points = site.Lines.Single(line => line.Line.Value == "tower").Devices.Single(device => device.Device.Value == "roof-io").Points;
        Assert.Equal(
            ["relay1 False Any", "input1 True Contact", "input2 False RequestToExit", "input8 True Fire"],
            points.Select(point => $"{point.Point} {point.Inverted} {point.Use}"));
        Assert.Equal("大堂正门", site.Wiring.Doors[0].Name.Chinese);
        Assert.Equal("roof-reader.feedback", site.Wiring.AccessPoints[1].Indicator.ToString());
        Assert.Equal(8, Assert.IsType<LinkDefinition.Serial>(site.Lines[1].Link).DataBits);
    }

    [Fact]
    public void EveryTruncationIsRefusedWithAPlace()
    {
        var text = Encoding.UTF8.GetBytes(File.ReadAllText(RepositoryFiles.Sample).TrimEnd());
        for (var length = 0; length < text.Length; length++)
        {
            var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Read("site.json", text.AsMemory(0, length)));
            Assert.NotEmpty(refused.Errors);
            Assert.All(refused.Errors, error => Assert.True(error.Position is { Line: >= 1, Column: >= 1 }));
        }

        // The control: the same call with nothing cut off.
        Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Read(RepositoryFiles.Sample, text));
        TestContext.Current.TestOutputHelper?.WriteLine($"{text.Length} truncations, all refused; the whole file is accepted");
    }

    [Theory]
    [InlineData(20_260_110)]
    [InlineData(1)]
    public void DamagedBytesNeverThrow(int seed)
    {
        var random = new Random(seed);
        var text = File.ReadAllBytes(RepositoryFiles.Sample);
        for (var trial = 0; trial < 2_000; trial++)
        {
            var damaged = text.ToArray();
            for (var hit = 0; hit <= trial % 4; hit++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var result = ConfigurationLoader.Read(RepositoryFiles.Sample, damaged);
            Assert.True(result is LoadResult.Loaded or LoadResult.Refused { Errors.Count: > 0 }, $"seed {seed}, trial {trial}");
        }
    }

    [Fact]
    public void AFileThatIsNotThereIsNotAnError() =>
        Assert.IsType<LoadResult.NotRead>(ConfigurationLoader.Load(Path.Combine(Path.GetTempPath(), "accessbridge-no-such-site.json")));
}
