using Bridge.Devices.Osdp.Cards;

namespace Bridge.Devices.Tests.Osdp.Cards;

/// <summary>Keys on their way to a PIN.</summary>
public sealed class KeypadBufferTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What * means, what # means, the keys (~ is 7F, ! is 0D, _ is a wait beyond the time-out), the outcomes that are not Collecting, and why.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Entries => new()
    {
        { "Clear", "Enter", "1234#", "1234", "a PIN" },
        { "Clear", "Enter", "1234!", "1234", "# as a return" },
        { "Clear", "Enter", "99*1234#", "Cleared 1234", "begun again" },
        { "Clear", "Enter", "99~1234#", "Cleared 1234", "* as a delete" },
        { "Enter", "Clear", "99#1234*", "Cleared 1234", "a site with the keys the other way" },
        { "Enter", "Enter", "12*34#", "12 34", "both enter" },
        { "Ignore", "Enter", "1*2#", "12", "* means nothing" },
        { "Clear", "Ignore", "12#34*", "Cleared", "nothing enters" },
        { "Clear", "Enter", "12_34#", "34", "too slow: the first digits are forgotten" },
        { "Clear", "Enter", "12_#", "", "too slow to enter" },
        { "Clear", "Enter", "#", "", "nothing to enter" },
        { "Clear", "Enter", "12A3#", "123", "a function key between" },
        { "Clear", "Enter", "123456#", "123456", "the longest" },
        { "Clear", "Enter", "1234567#", "TooLong", "one digit more is not cut to fit" },
        { "Clear", "Enter", "1234567890123456789012345678901234567890#1#", "TooLong 1", "very much more, and then another" },
        { "Clear", "Enter", "1234567*12#", "Cleared 12", "too long and begun again" },
        { "Clear", "Enter", "1234567_12#", "12", "too long and too slow" },
        { "Clear", "Enter", "1234##", "1234", "entered once" },
        { "Clear", "Enter", "12#34#", "12 34", "one after the other" },
        { "Clear", "Enter", "0000#", "0000", "zeros count" },
    };

    [Theory, MemberData(nameof(Entries))]
    [Conformance(37, "KEYPAD: keys become a PIN, in both spellings of * and #")]
    public void KeysBecomeAPin(string star, string hash, string keys, string outcomes, string why)
    {
        var rules = new KeypadRules(Enum.Parse<KeyMeaning>(star), Enum.Parse<KeyMeaning>(hash), Timeout, 6);
        Assert.True(outcomes == Press(new KeypadBuffer(rules), keys), why);
    }

    [Fact]
    public void APinOfAFixedLengthNeedsNoKeyBehindIt()
    {
        var rules = new KeypadRules(KeyMeaning.Clear, KeyMeaning.Ignore, Timeout, 6, CompleteAt: 4);
        Assert.Equal("1234 5678", Press(new KeypadBuffer(rules), "1234#56789"));
    }

    [Fact]
    public void DigitsAreNeverShown()
    {
        var buffer = new KeypadBuffer(KeypadRules.Standard);
        Press(buffer, "1234");
        Assert.True(buffer.IsCollecting);
        Assert.Equal(nameof(KeypadBuffer), $"{buffer}");
    }

    [Fact]
    public void TheTimeoutIsExact()
    {
        var buffer = new KeypadBuffer(KeypadRules.Standard with { Timeout = Timeout });
        buffer.Press((byte)'1', TimeSpan.FromSeconds(100), out _);
        Assert.False(buffer.Expire(TimeSpan.FromSeconds(105)));
        Assert.True(buffer.Expire(TimeSpan.FromSeconds(105) + TimeSpan.FromTicks(1)));
        Assert.False(buffer.IsCollecting);
        Assert.False(buffer.Expire(TimeSpan.FromSeconds(200)));
    }

    [Theory]
    [InlineData(0, 0, "no digits")]
    [InlineData(33, 0, "more than are kept")]
    [InlineData(4, 5, "complete beyond the longest")]
    public void RulesWithoutSenseAreRefused(int longest, int completeAt, string why)
    {
        var rules = new KeypadRules(KeyMeaning.Clear, KeyMeaning.Enter, Timeout, longest, completeAt);
        Assert.True(Record.Exception(() => new KeypadBuffer(rules)) is ArgumentOutOfRangeException, why);
    }

    private static string Press(KeypadBuffer buffer, string keys)
    {
        var now = TimeSpan.Zero;
        var outcomes = new List<string>();
        foreach (var key in keys)
        {
            now += key == '_' ? Timeout + Timeout : TimeSpan.FromSeconds(1);
            var outcome = buffer.Press(key switch { '~' => 0x7F, '!' => 0x0D, _ => (byte)key }, now, out var pin);
            if (outcome != KeypadOutcome.Collecting)
            {
                outcomes.Add(pin?.Digits ?? $"{outcome}");
            }
        }

        return string.Join(' ', outcomes);
    }
}
