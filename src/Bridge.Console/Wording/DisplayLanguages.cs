namespace Bridge.Console.Wording;

/// <summary>The codes by which addresses and files name the languages.</summary>
public static class DisplayLanguages
{
    public static string Code(this DisplayLanguage language) => language switch
    {
        DisplayLanguage.Chinese => "zh",
        DisplayLanguage.English => "en",
    };

    public static DisplayLanguage Other(this DisplayLanguage language) => language switch
    {
        DisplayLanguage.Chinese => DisplayLanguage.English,
        DisplayLanguage.English => DisplayLanguage.Chinese,
    };

    /// <summary>Anything that is not English is Chinese: a wrong address shows a page, not an error.</summary>
    public static DisplayLanguage FromCode(string? code) =>
        string.Equals(code, "en", StringComparison.OrdinalIgnoreCase) ? DisplayLanguage.English : DisplayLanguage.Chinese;
}
