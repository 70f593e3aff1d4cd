using Bridge.Console.Wording;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Architecture.Tests;

/// <summary>What the policy can say, the console can say in every language.</summary>
public sealed class WordingTests
{
    public static TheoryData<DisplayLanguage> Languages => [.. Enum.GetValues<DisplayLanguage>()];

    [Theory, MemberData(nameof(Languages))]
    public void EveryEventAndReasonHasItsWords(DisplayLanguage language)
    {
        var keys = Phrases.For(language).Keys.ToHashSet();
        var needed = Enum.GetNames<EventKind>().Select(name => $"event.{name}")
            .Concat(Enum.GetNames<DenyReason>().Select(name => $"reason.{name}"));
        Assert.Empty(needed.Except(keys));
    }
}
