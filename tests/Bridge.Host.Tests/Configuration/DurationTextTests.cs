using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Tests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("5 s", 5000L, "as everybody writes it")]
    [InlineData("5s", 5000L, "without the space")]
    [InlineData("250 ms", 250L, "milliseconds")]
    [InlineData("1.5 min", 90000L, "a part of a minute")]
    [InlineData("2 h", 7200000L, "hours")]
    [InlineData("0 s", 0L, "none")]
    [InlineData("999999 h", 3599996400000L, "the largest that can be written does not overflow")]
    [InlineData("5", null, "no unit")]
    [InlineData("5 sec", null, "another unit")]
    [InlineData("-5 s", null, "negative")]
    [InlineData("5,5 s", null, "a comma")]
    [InlineData("1e3 s", null, "an exponent")]
    [InlineData("٥ s", null, "digits of another script")]
    [InlineData("5 s\n", null, "a line end behind it")]
    [InlineData("5  s", null, "two spaces")]
    public void Parses(string text, long? milliseconds, string why) =>
        Assert.True((milliseconds is { } expected ? TimeSpan.FromMilliseconds(expected) : null) == DurationText.Parse(text), why);

    [Theory]
    [InlineData(5000, "5 s")]
    [InlineData(250, "250 ms")]
    [InlineData(90000, "90 s")]
    [InlineData(120000, "2 min")]
    [InlineData(0, "0 s")]
    [InlineData(86400000, "24 h")]
    public void ShowsWhatItCanParse(long milliseconds, string text)
    {
        Assert.Equal(text, DurationText.Show(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text));
    }
}
