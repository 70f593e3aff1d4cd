using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Verbs.Doctor;

public sealed class NumberListTests
{
    [Theory]
    [InlineData("5", new[] { 5 }, "one")]
    [InlineData("0-3", new[] { 0, 1, 2, 3 }, "a range")]
    [InlineData("9, 1-2,1", new[] { 9, 1, 2 }, "in the order as written, each once")]
    [InlineData("3-3", new[] { 3 }, "a range of one")]
    [InlineData("", null, "nothing")]
    [InlineData("3-1", null, "backwards")]
    [InlineData("1-2-3", null, "two hyphens")]
    [InlineData("-1", null, "below zero")]
    [InlineData("11", null, "above the most")]
    [InlineData("0-11", null, "a range above the most")]
    [InlineData("1,,2", null, "a gap")]
    [InlineData("x", null, "no number")]
    public void NumbersAreReadAsAPersonWritesThem(string text, int[]? numbers, string why) 
    {
        var read = NumberList.Parse(text, 0, 10);
        Assert.True(numbers is null ? read is null : read is not null && read.SequenceEqual(numbers), why);
    }
}
