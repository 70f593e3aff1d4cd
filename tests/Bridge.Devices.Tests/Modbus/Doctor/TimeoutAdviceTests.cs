using Bridge.Devices.Doctor;
using Bridge.Devices.Modbus.Doctor;

namespace Bridge.Devices.Tests.Modbus.Doctor;

public sealed class TimeoutAdviceTests
{
    public static TheoryData<string, TimeoutFigures, double?, string> Table => new()
    {
        { "an ordinary unit: the machine's own pace decides", Figures(8, 12), 50, "Long enough" },
        { "twice what 99 of 100 keep", Figures(100, 110), 200, "Long enough" },
        { "half as much again as the longest", Figures(30, 210), 320, "one took 210.0 ms" },
        { "rounded up to 10 ms", Figures(51, 51), 110, "Long enough" },
        { "not more than the site file takes", Figures(1000, 4000), 5000, "Mend the unit" },
        { "nobody answered", new TimeoutFigures(7, AnswerTimes.None, 500, 0), null, "did not answer once" },
        { "one in ten is lost: no matter of time", Figures(8, 12) with { Unanswered = 50 }, 50, "no matter of time" },
        { "one in ten is broken", Figures(8, 12) with { Broken = 50 }, 50, "were broken" },
        { "one of five hundred is lost: that happens", Figures(8, 12) with { Unanswered = 1 }, 50, "Long enough" },
        { "ten answers show no rare long one", new TimeoutFigures(7, All(8, 10), 0, 0), 50, "ask more often" },
    };

    [Theory, MemberData(nameof(Table))]
    public void TimesBecomeATimeout(string why, TimeoutFigures figures, double? milliseconds, string said)
    {
        var advice = TimeoutAdvice.Of(figures);
        Assert.True(advice.Timeout?.TotalMilliseconds == milliseconds, $"{why}: {advice}");
        Assert.Contains(said, advice.Words, StringComparison.Ordinal);
    }

    /// <summary>500 answers, one of them the longest.</summary>
    private static TimeoutFigures Figures(double usual, double longest) =>
        new(7, new AnswerTimes([.. Enumerable.Repeat(TimeSpan.FromMilliseconds(usual), 499), TimeSpan.FromMilliseconds(longest)]), 0, 0);

    private static AnswerTimes All(double milliseconds, int count) => new(Enumerable.Repeat(TimeSpan.FromMilliseconds(milliseconds), count));
}
