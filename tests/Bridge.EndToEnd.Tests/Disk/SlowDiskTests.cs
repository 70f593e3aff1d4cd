using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>A disk that takes its time: everybody waits a little longer, and that is all.</summary>
public sealed class SlowDiskTests(ITestOutputHelper output)
{
    private const int Cards = 30;
    private const int SyncMilliseconds = 20;
    private static readonly TimeSpan Promise = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_that_takes_twenty_milliseconds_longer_costs_the_card_about_that_and_nothing_else()
    {
        using var disk = await FaultyDisk.BuildAsync(Token);
        await using var tower = await Tower.BuildAsync(Token);
        await tower.StartAsync(disk.Under(tower.Installation.Journal), Token);
        var well = await EnterAllAsync(tower, "well");
        disk.Become($"slow {SyncMilliseconds}");
        var slow = await EnterAllAsync(tower, "slow");
        disk.Become("slow 200");
        var crawling = await EnterAllAsync(tower, "control, 200 ms");

        Assert.True(Median(slow) < Promise, $"{Median(slow)}");
        Assert.True(Median(crawling) > Median(well) + TimeSpan.FromMilliseconds(100), "the control: the injected delay is on the way to the lock");

        await tower.QuietAsync(Token);
        Assert.Equal(0, tower.Said("The journal cannot be written"));
        Assert.Equal(3 * Cards, tower.World.Oracle().Acknowledged.Count);
        Assert.Empty(tower.Pending());
        Assert.Equal(3 * Cards, tower.Observer.FirstHeard().Count(told => told.Kind == "accessGranted"));
        tower.Ledger.Compare(tower.Installation.Journal);
        Assert.Empty(tower.Ledger.Lost);
        Assert.Empty(tower.Ledger.Reused);
        output.WriteLine($"0 of {3 * Cards} acknowledged reads and 0 of {tower.Ledger.Told} events missing in the journal");
        Assert.Equal(0, await tower.Bridge.StopAsync(Token));
    }

    // One card after the other, from door to door: each finds the bridge at rest and its door shut.
    private async Task<List<TimeSpan>> EnterAllAsync(Tower tower, string what)
    {
        var doors = tower.World.Doors.Keys.Order(StringComparer.Ordinal).ToList();
        var delays = new List<TimeSpan>();
        for (var card = 0; card < Cards; card++)
        {
            var door = doors[card % doors.Count];
            Assert.True(await tower.SecuredAsync(door, Token));
            var delay = await tower.EnterAsync(door, card % Installation.Cards.Count, Token);
            Assert.NotNull(delay);
            delays.Add(delay.Value);
        }

        delays.Sort();
        output.WriteLine($"card to pulse, {what}: {Cards} cards, median {Median(delays).TotalMilliseconds:0.0} ms, p90 {delays[Cards * 9 / 10].TotalMilliseconds:0.0} ms, max {delays[^1].TotalMilliseconds:0.0} ms");
        return delays;
    }

    private static TimeSpan Median(List<TimeSpan> delays) => delays[delays.Count / 2];
}
