using Bridge.Host.Import;

namespace Bridge.Host.Tests.Import;

public sealed class PinTextTests
{
    [Theory]
    [InlineData("1234", false, "the first that is tried")]
    [InlineData("4321", false, "backwards")]
    [InlineData("7890", false, "over the nine")]
    [InlineData("0123456789", false, "a long row")]
    [InlineData("0000", false, "one digit")]
    [InlineData("1212", false, "two digits, twice")]
    [InlineData("123123", false, "three digits, twice")]
    [InlineData("719", false, "too short")]
    [InlineData("7193826405173", false, "too long")]
    [InlineData("71 9", false, "a space")]
    [InlineData("７１９３", false, "full-width digits")]
    [InlineData("7193", true, "nothing to see")]
    [InlineData("12341", true, "a row with something behind it")]
    [InlineData("719382640517", true, "the longest")]
    public void Judges(string digits, bool accepted, string why) => Assert.True(PinText.Problem(digits) is null == accepted, why);
}
