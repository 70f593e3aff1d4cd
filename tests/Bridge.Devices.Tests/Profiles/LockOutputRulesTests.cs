using Bridge.Devices.Profiles;

namespace Bridge.Devices.Tests.Profiles;

/// <summary>Which outputs may release a lock, and why the others may not.</summary>
public sealed class LockOutputRulesTests(ITestOutputHelper output)
{
    /// <summary>An empty expectation means eligible.</summary>
    public static TheoryData<string, string, string, double, string> Outputs => new()
    {
        { "the board counts", "waveshare-relay-8", "relay1", 5, "" },
        { "the board counts", "waveshare-relay-8-di", "relay8", 30, "" },
        { "on-pulse, verified at each connection", "wirenboard-wb-mr6c", "relay6", 5, "" },
        { "seconds", "eletechsup-r4", "relay4", 5, "" },
        { "seconds", "eletechsup-ryn404e", "relay1", 5, "" },
        { "the length is set in the module", "moxa-iologik-e1214", "relay1", 5, "" },
        { "pulse output", "advantech-adam-6060", "relay1", 5, "" },
        { "the lock counts", "generic-keypad-lock", "lock", 30, "" },
        { "a watchdog ends it", "watchdog-relay", "relay", 5, "" },
        { "the installer's timer relay ends it", "external-relay", "relay", 5, "" },
        { "nothing ends it", "brainboxes-ed-588", "output1", 5, "cannot end a pulse at output1 by itself" },
        { "an input is no output", "generic-keypad-lock", "contact", 5, "'contact' is not an output of generic-keypad-lock; it has lock" },
        { "no such point", "waveshare-relay-8", "relay9", 5, "'relay9' is not an output" },
        { "longer than a release may be", "waveshare-relay-8", "relay1", 31, "31 s is outside 0.1 s to 30 s" },
        { "no time at all", "waveshare-relay-8", "relay1", 0, "outside 0.1 s to 30 s" },
        { "longer than the device can count", "short-relay", "relay1", 5, "short-relay counts at most 3.2 s at relay1; 5 s is asked for" },
        { "a watchdog that takes minutes", "slow-watchdog", "relay", 5, "has no watchdog of at most 30 s" },
    };

    [Theory, MemberData(nameof(Outputs))]
    public void Decide(string why, string profile, string point, double seconds, string reason)
    {
        var decided = Catalog().Find(profile)!.CheckLockOutput(point, TimeSpan.FromSeconds(seconds));
        output.WriteLine($"{profile}.{point} for {seconds} s: {decided}");
        if (reason.Length == 0)
        {
            Assert.True(decided is OutputEligibility.Eligible, $"{why}: {decided}");
        }
        else
        {
            Assert.True(decided is OutputEligibility.Refused refused && refused.Reason.Contains(reason, StringComparison.Ordinal), $"{why}: {decided}");
        }
    }

    [Theory]
    [InlineData(100, 1, 1, "a tick is a whole unit: the lock is never released for less than was asked")]
    [InlineData(100, 1_000_000, 1, "exactly one unit")]
    [InlineData(100, 1_000_001, 2, "one tick more is the next unit")]
    [InlineData(1000, 41_000_000, 5, "4.1 s in seconds")]
    [InlineData(100, 0, -1, "no time is no pulse")]
    [InlineData(100, -10, -1, "less than no time neither")]
    [InlineData(100, 3_200_000_001, -1, "more than the device can count")]
    public void UnitsRoundUp(int unitMilliseconds, long ticks, long units, string why)
    {
        var counted = new PulseUnits(TimeSpan.FromMilliseconds(unitMilliseconds), 1, 3200).From(TimeSpan.FromTicks(ticks));
        Assert.True((counted ?? -1) == units, $"{why}: {counted}");
    }

    private static ProfileCatalog Catalog()
    {
        string[] texts =
        [
            ProfileTexts.Watchdog,
            ProfileTexts.Watchdog.Replace("watchdog-relay", "slow-watchdog", StringComparison.Ordinal).Replace("10000", "60000", StringComparison.Ordinal),
            ProfileTexts.Watchdog.Replace("watchdog-relay", "external-relay", StringComparison.Ordinal).Replace("deviceWatchdog", "externalTimer", StringComparison.Ordinal),
            ProfileTexts.Right.Replace("test-relay", "short-relay", StringComparison.Ordinal).Replace("32767", "32", StringComparison.Ordinal),
        ];
        return ProfileCatalog.With(texts.Select(text => Assert.IsType<ProfileRead.Parsed>(ProfileReader.Read(text, "test")).Profile));
    }
}
