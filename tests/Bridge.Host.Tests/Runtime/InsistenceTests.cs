using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

public sealed class InsistenceTests
{
    public static TheoryData<double, double, string> Pauses => new()
    {
        { 0.25, 5, "lines" },
        { 0.2, 10, "the broker" },
    };

    /// <summary>Far more attempts than a power of two can count: an outage of a week must not end in pauses of nothing, or of years.</summary>
    [Theory, MemberData(nameof(Pauses))]
    public async Task PausesGrowWithJitterUpToTheLongestAndStayThere(double first, double longest, string whose)
    {
        const int Attempts = 3_000;
        var time = new InstantTime();
        var made = 0;
        var pipeline = Insistence.Until<bool>(failed => failed, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), time);
        await pipeline.ExecuteAsync(_ => ValueTask.FromResult(++made < Attempts), TestContext.Current.CancellationToken);

        Assert.Equal(Attempts - 1, time.Waits.Count);
        Assert.All(time.Waits, pause => Assert.InRange(pause, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(longest)));
        Assert.All(time.Waits.Take(2), pause => Assert.True(pause < TimeSpan.FromSeconds(first * 6), $"{whose}: an early pause of {pause}"));
        Assert.All(time.Waits.Skip(12), pause => Assert.True(pause > TimeSpan.FromSeconds(longest / 4), $"{whose}: a late pause of {pause}"));
    }

    [Fact]
    public async Task NoTwoKeepTheSameTime()
    {
        var firsts = new List<TimeSpan>();
        for (var trial = 0; trial < 50; trial++)
        {
            var time = new InstantTime();
            var made = 0;
            await Insistence.Until<bool>(failed => failed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), time)
                .ExecuteAsync(_ => ValueTask.FromResult(++made < 2), TestContext.Current.CancellationToken);
            firsts.Add(Assert.Single(time.Waits));
        }

        Assert.True(firsts.Distinct().Count() > 40, "many bridges that lose one broker do not come back in one moment");
    }

    [Fact]
    public async Task AnExceptionIsNotTriedAgain()
    {
        var pipeline = Insistence.Until<bool>(_ => true, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), new InstantTime());
        var made = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pipeline.ExecuteAsync<bool>(
            _ =>
            {
                made++;
                throw new InvalidOperationException("a bug");
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(1, made);
    }
}
