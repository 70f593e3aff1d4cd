using Bridge.Devices.Doctor;

namespace Bridge.Devices.Tests.Osdp.Doctor;

public sealed class AnswerTimesTests
{
    [Theory]
    [InlineData(100, 0.5, 50, "half of them are no longer than the 50th")]
    [InlineData(100, 0.99, 99, "99 of 100")]
    [InlineData(100, 1, 100, "all")]
    [InlineData(1, 0.01, 1, "of one, that one")]
    [InlineData(10, 0.99, 10, "of few the longest stands for the one in a hundred")]
    public void AQuantileIsATimeThatWasMeasured(int count, double share, int milliseconds, string why)
    {
        // Backwards, so that somebody has to sort them.
        var times = new AnswerTimes(Enumerable.Range(1, count).Reverse().Select(each => TimeSpan.FromMilliseconds(each)));
        Assert.True(times.Quantile(share) == TimeSpan.FromMilliseconds(milliseconds), why);
    }

    [Fact]
    public void NoTimesAreZero()
    {
        Assert.Equal(TimeSpan.Zero, AnswerTimes.None.Median);
        Assert.Equal(TimeSpan.Zero, AnswerTimes.None.Longest);
    }
}
