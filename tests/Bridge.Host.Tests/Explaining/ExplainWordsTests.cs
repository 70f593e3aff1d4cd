using System.Text.RegularExpressions;
using Bridge.Console.Wording;
using Bridge.Host.Explaining;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Explaining;

/// <summary>Both languages explain the same things, and everything that the policy can say.</summary>
public sealed partial class ExplainWordsTests
{
    public static TheoryData<DisplayLanguage> Languages => [.. Enum.GetValues<DisplayLanguage>()];

    [Fact]
    public void BothLanguagesSayTheSameThings() =>
        Assert.Equal(
            ExplainWords.For(DisplayLanguage.Chinese).Keys.Order(StringComparer.Ordinal),
            ExplainWords.For(DisplayLanguage.English).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void BothLanguagesSayTheSameValues() =>
        Assert.All(ExplainWords.For(DisplayLanguage.Chinese).Keys, key =>
            Assert.Equal(Places(ExplainWords.For(DisplayLanguage.Chinese)[key]), Places(ExplainWords.For(DisplayLanguage.English)[key])));

    [Theory, MemberData(nameof(Languages))]
    public void EverythingThatCanBeToldHasItsWords(DisplayLanguage language)
    {
        string[] needed =
        [
            .. Names<Outcome>("outcome"), .. Names<Cause>("cause"), .. Names<StorySubject>("story"), .. Names<EventKind>("event"),
            .. Names<DenyReason>("denyReason"), .. Names<Refusal>("refusal"), .. Names<EvidenceKind>("evidenceKind"), .. Names<Category>("category"),
            .. Names<CaseStatus>("status"), .. Names<Role>("role"), .. Names<Answer>("answer"), .. Names<RequestTarget>("target"),
            .. Names<AlertKind>("alertKind"), .. Names<AlertResult>("alertResult"), .. Names<RecordChangeKind>("change"), .. Names<DoorMode>("mode"),
            .. Names<SecurityMatter>("matter"),
        ];
        Assert.Empty(needed.Except(ExplainWords.For(language).Keys));
    }

    [Theory, MemberData(nameof(Languages))]
    public void NothingIsEmptyOrLeftInTheOtherLanguage(DisplayLanguage language)
    {
        var words = ExplainWords.For(language);
        Assert.All(words.Keys, key => Assert.False(string.IsNullOrWhiteSpace(words[key]), key));
        Assert.All(words.Keys, key => Assert.True(IsOf(language, words[key]), $"{key}: {words[key]}"));
    }

    [Theory]
    [InlineData("door {door}[ by {actor}]", "door roof", "a part without its value is not said")]
    [InlineData("[{door}, ][{door} {actor}]{door}", "roof, roof", "a part needs all its values")]
    [InlineData("by {actor}", "by –", "outside a part the gap is shown")]
    [InlineData("nothing", "nothing", "no places at all")]
    public void ASentenceSaysWhatItKnows(string text, string expected, string why)
    {
        var said = Sentence.Fill(text, new Dictionary<string, string> { ["door"] = "roof" });
        Assert.True(expected == said, $"{why}: {said}");
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names<TEnum>(string group)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => $"{group}.{name}");

    private static bool IsOf(DisplayLanguage language, string text) => language == DisplayLanguage.Chinese
        ? text.Any(IsHan) && !Place().Replace(text, "").Any(char.IsAsciiLetter)
        : !text.Any(IsHan);

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex("\\{[a-zA-Z]+\\}")]
    private static partial Regex Place();
}
