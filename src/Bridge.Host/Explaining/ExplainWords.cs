using System.Collections.Frozen;
using System.Text.Json;
using Bridge.Console.Wording;

namespace Bridge.Host.Explaining;

/// <summary>
/// The words of an explanation, from one JSON file a language. A sentence has places, <c>{door}</c>, and parts in brackets that are said only when all
/// their places have a value.
/// </summary>
public sealed class ExplainWords
{
    private static readonly FrozenDictionary<DisplayLanguage, ExplainWords> All =
        Enum.GetValues<DisplayLanguage>().ToFrozenDictionary(language => language, Load);

    private readonly FrozenDictionary<string, string> texts;
    private readonly Phrases console;

    private ExplainWords(FrozenDictionary<string, string> texts, Phrases console)
    {
        this.texts = texts;
        this.console = console;
    }

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text of a key; a missing key is a bug and throws.</summary>
    public string this[string key] => texts[key];

    public static ExplainWords For(DisplayLanguage language) => All[language];

    /// <summary>The word for an enumeration's member; null for none.</summary>
    public string? Of<TEnum>(string group, TEnum? member)
        where TEnum : struct, Enum =>
        member is { } known ? texts[$"{group}.{known}"] : null;

    /// <summary>A journalled detail, as the console says it; null for none.</summary>
    public string? Detail(string? detail) => string.IsNullOrWhiteSpace(detail) ? null : console.Detail(detail) ?? detail;

    public string Say(string key, IReadOnlyDictionary<string, string> values) => Sentence.Fill(texts[key], values);

    private static ExplainWords Load(DisplayLanguage language)
    {
        using var stream = typeof(ExplainWords).Assembly.GetManifestResourceStream($"explain.{language.Code()}.json")
            ?? throw new InvalidOperationException($"No words to explain with in {language}.");
        return new ExplainWords(JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(), Phrases.For(language));
    }
}
