namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>A disk that is full, read-only or dying under the real product.</summary>
public sealed class FailingDiskTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk()
    {
        await using var tower = await Tower.BuildAsync(Token);
        await using var disk = await SmallDisk.MountAsync(tower.Installation.DataDirectory, Token);
        await tower.StartAsync(new Dictionary<string, string>(), Token);
        var story = new FailingDiskStory(tower, output);
        await story.WhileItFailsAsync(() => output.WriteLine($"tmpfs of 8 MB: {disk.Fill()} bytes were left and are taken"));
        disk.Free();
        await story.WhenItIsBackAsync();
        Assert.Equal(0, await tower.Bridge.StopAsync(Token));
    }

    [Theory]
    [InlineData(FaultyDisk.ReadOnly, "remounted read-only under its users, as after an error")]
    [InlineData(FaultyDisk.Failing, "takes writes and cannot sync them")]
    public async Task A_disk_that_is(string mode, string why)
    {
        using var disk = await FaultyDisk.BuildAsync(Token);
        await using var tower = await Tower.BuildAsync(Token);
        await tower.StartAsync(disk.Under(tower.Installation.Journal), Token);
        output.WriteLine($"{mode}: {why}");
        var story = new FailingDiskStory(tower, output);
        await story.WhileItFailsAsync(() => disk.Become(mode));
        disk.Recover();
        await story.WhenItIsBackAsync();
        Assert.Equal(0, await tower.Bridge.StopAsync(Token));
    }

    [Fact]
    public async Task A_start_on_a_read_only_disk_says_so_and_opens_nothing()
    {
        await using var tower = await Tower.BuildAsync(Token);
        await using var disk = await SmallDisk.MountAsync(tower.Installation.DataDirectory, Token);
        await tower.StartAsync(new Dictionary<string, string>(), Token);
        Assert.Equal(0, await tower.Bridge.StopAsync(Token));
        await disk.MakeReadOnlyAsync(Token);
        var end = await tower.Installation.RunVerbAsync(["run"], Token);
        output.WriteLine(end.ToString());
        Assert.Equal(Bridge.Host.Verbs.ExitCode.JournalUnusable, end.ExitCode);
        Assert.All(tower.World.Doors.Values, door => Assert.Empty(door.LockActivations));
    }
}
