using Bridge.Console.Doors;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Wording;

namespace Bridge.Console.Tests;

/// <summary>What somebody has to look at is said, and in both languages.</summary>
public sealed class AlarmNoticeTests
{
    private static readonly DoorView Quiet = new(
        "roof", new DisplayName("天台", "Roof"), CommandedMode.Locked, LockState.Locked, ContactState.Closed, TimeSpan.Zero, true);

    private static readonly Dictionary<string, (DoorView Door, string Key, Tone Tone)> Table = new()
    {
        ["forced open"] = (Quiet with { Alarm = AlarmState.DoorForcedOpen }, "alarm.DoorForcedOpen", Tone.Critical),
        ["the lock is released and nobody asked for it"] = (Quiet with { LockFoundReleased = true }, "alarm.LockFoundReleased", Tone.Critical),
        ["tampered with"] = (Quiet with { Tamper = true }, "alarm.Tamper", Tone.Critical),
        ["broken"] = (Quiet with { Fault = true }, "alarm.Fault", Tone.Warning),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory, MemberData(nameof(Rows))]
    public void IsSaid(string why)
    {
        var (door, key, tone) = Table[why];
        var notice = Assert.Single(AlarmNotice.Of(door));
        Assert.Equal((key, tone), (notice.Key, notice.Look.Tone));
        Assert.All(Enum.GetValues<DisplayLanguage>(), language => Assert.NotEmpty(Phrases.For(language)[notice.Key]));
    }

    [Fact]
    public void AQuietDoorSaysNothing() => Assert.Empty(AlarmNotice.Of(Quiet));

    [Fact]
    public async Task AReleasedLockIsOnThePage()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var morning = Pictures.Morning(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.StartAsync(
            morning with { Doors = [morning.Doors[1] with { LockFoundReleased = true }] }, cancelled);
        Assert.Contains("Lock released without a reason", await host.FetchAsync("/?lang=en", cancelled), StringComparison.Ordinal);
    }
}
