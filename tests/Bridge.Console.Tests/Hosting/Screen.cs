namespace Bridge.Console.Tests.Hosting;

/// <summary>A screen as somebody has it on a desk or in a hand. Sizes in CSS pixels.</summary>
public sealed record Screen(int Width, int Height, bool Dark, string Language)
{
    /// <summary>Both sizes, themes and languages.</summary>
    public static IReadOnlyList<Screen> Every { get; } =
        [.. from size in new[] { (Width: 1366, Height: 768), (Width: 390, Height: 844) }
            from dark in new[] { false, true }
            from language in new[] { "zh", "en" }
            select new Screen(size.Width, size.Height, dark, language)];

    /// <summary>1366x768 at 200 per cent.</summary>
    public static Screen TwiceAsLarge { get; } = new(683, 384, false, "zh");

    /// <summary>Both themes, both languages, a desk, a phone and 200 per cent; all when pictures are asked for.</summary>
    public static IReadOnlyList<Screen> Usual => Of(new(1366, 768, false, "zh"), new(390, 844, true, "en"), TwiceAsLarge);

    /// <summary>Where pictures are kept; null when nobody asked for them (see ./pictures).</summary>
    public static string? Pictures => Environment.GetEnvironmentVariable("CONSOLE_PICTURES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Those that a test looks at; all when pictures are asked for.</summary>
    public static IReadOnlyList<Screen> Of(params Screen[] usual) => Pictures is null ? usual : [.. usual, .. Every.Except(usual)];

    public override string ToString() => $"{Width}x{Height}-{(Dark ? "dark" : "light")}-{Language}";
}
