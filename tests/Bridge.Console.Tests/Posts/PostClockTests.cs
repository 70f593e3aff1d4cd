using Bridge.Console.Posts;

namespace Bridge.Console.Tests.Posts;

/// <summary>How times that run are written.</summary>
public sealed class PostClockTests
{
    [Theory]
    [InlineData(-3, "00:00", "what is over is zero")]
    [InlineData(0.9, "00:00", "a second that has not passed")]
    [InlineData(61, "01:01", "minutes and seconds")]
    [InlineData(3599, "59:59", "the last without hours")]
    [InlineData(3600, "1:00:00", "hours from the first one on")]
    [InlineData(10571, "2:56:11", "a tour of the afternoon")]
    [InlineData(90061, "25:01:01", "more than a day is still hours")]
    public void IsMinutesAndSecondsAndHoursWhereThereAreAny(double seconds, string shown, string why) =>
        Assert.True(shown == PostClock.Show(TimeSpan.FromSeconds(seconds)), $"{why}: {PostClock.Show(TimeSpan.FromSeconds(seconds))}");
}
