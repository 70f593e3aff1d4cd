using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

using Bridge.Console.Doors;

namespace Bridge.Console.Wording;

/// <summary>Everything the console says, from one JSON file a language. Code and components hold no words of their own.</summary>
public sealed class Phrases
{
    private static readonly FrozenDictionary<DisplayLanguage, Phrases> All =
        Enum.GetValues<DisplayLanguage>().ToFrozenDictionary(language => language, Load);

    private readonly FrozenDictionary<string, string> _texts;
    private readonly DetailPhrases _details;

    private Phrases(DisplayLanguage language, FrozenDictionary<string, string> texts, DetailPhrases details)
    {
        Language = language;
        _texts = texts;
        _details = details;
    }

    public DisplayLanguage Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The phrase of a key; a missing key is a bug and throws.</summary>
    public string this[string key] => _texts[key];

    public static Phrases For(DisplayLanguage language) => All[language];

    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);

    /// <summary>The word for an enumeration's member, under <paramref name="group"/>.</summary>
    public string Of<TEnum>(string group, TEnum member)
        where TEnum : struct, Enum =>
        _texts[$"{group}.{member}"];

    /// <summary>The word for a journalled name; a name that is newer than this console is shown as it is.</summary>
    public string Journalled(string group, string name) => _texts.GetValueOrDefault($"{group}.{name}", name);

    /// <summary>A journalled detail in this language; null when it has none, and stays in the English that it was journalled in.</summary>
    public string? Detail(string detail) => _details.Of(detail);

    public string Name(DisplayName name) => Language == DisplayLanguage.Chinese ? name.Chinese : name.English;

    /// <summary>The same name in the other language, or nothing when both are the same.</summary>
    public string? SecondName(DisplayName name)
    {
        var second = Language == DisplayLanguage.Chinese ? name.English : name.Chinese;
        return second == Name(name) ? null : second;
    }

    /// <summary>A date with its day of the week.</summary>
    public string Day(DateOnly day) => day.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + _texts[$"weekday.{day.DayOfWeek}"];

    public string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => _texts["age.now"],
        { TotalMinutes: < 2 } => Format("age.seconds", (int)age.TotalSeconds),
        { TotalHours: < 2 } => Format("age.minutes", (int)age.TotalMinutes),
        { TotalDays: < 2 } => Format("age.hours", (int)age.TotalHours),
        _ => Format("age.days", (int)age.TotalDays),
    };

    private static Phrases Load(DisplayLanguage language) =>
        new(language, Read($"phrases.{language.Code()}.json").ToFrozenDictionary(), new DetailPhrases(Read($"details.{language.Code()}.json")));

    private static Dictionary<string, string> Read(string name)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
