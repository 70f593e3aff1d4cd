using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;

namespace Bridge.Host.Tests.Runtime;

public sealed class EngineClockTests
{
    private static readonly TimeZoneInfo HongKong = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hong_Kong");

    [Fact]
    public void TheTimeLineGoesOnWhereTheJournalEndedAndNeverBack()
    {
        var time = new JumpingTime();
        var clock = new EngineClock(time, HongKong, TimeSpan.FromHours(100));
        var early = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(2));
        var late = clock.At(time.GetTimestamp());
        Assert.Equal(TimeSpan.FromHours(100) + TimeSpan.FromSeconds(2), late.Elapsed);

        var overtaken = clock.At(early);
        Assert.Equal(late.Elapsed, overtaken.Elapsed);
        Assert.Equal(JumpingTime.Monday, overtaken.Wall);
        Assert.Equal(TimeSpan.FromHours(8), overtaken.Wall.Offset);
    }

    public static TheoryData<string, double, double> Gaps => new()
    {
        { "an hour without the service", 3600, 3600 },
        { "the clock was set back meanwhile", -3600, 0 },
        { "no time at all", 0, 0 },
    };

    [Theory, MemberData(nameof(Gaps))]
    public void TimeWithoutTheServiceCountsAndNeverBackwards(string why, double gap, double counted)
    {
        var ended = new StateRecovery(BuildingState.Empty, TimeSpan.FromHours(5), JumpingTime.Monday, Replayed: 0);
        var goesOn = ended.ContinueAt(JumpingTime.Monday + TimeSpan.FromSeconds(gap));
        Assert.True(goesOn == TimeSpan.FromHours(5) + TimeSpan.FromSeconds(counted), $"{why}: {goesOn}");
    }
}
