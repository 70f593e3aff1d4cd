namespace Bridge.Devices.Osdp.Cards;

/// <summary>
/// The formats that are met most, by name. Where a reader says that a card carries parity bits, a card of a format's length whose parity is wrong is taken for
/// misread and refused; cards of other lengths are all their bits.
/// </summary>
public static class CardFormats
{
    internal static CardFormat H10301 { get; } =
        new("H10301", 26, new BitField(1, 8), new BitField(9, 16), [new(0, true, Range(1, 12)), new(25, false, Range(13, 24))]);

    internal static CardFormat H10306 { get; } =
        new("H10306", 34, new BitField(1, 16), new BitField(17, 16), [new(0, true, Range(1, 16)), new(33, false, Range(17, 32))]);

    /// <summary>37 bits without a facility. Cannot be told from <see cref="H10304"/> by its bits: the site says which it has.</summary>
    internal static CardFormat H10302 { get; } =
        new("H10302", 37, null, new BitField(1, 35), [new(0, true, Range(1, 18)), new(36, false, Range(18, 35))]);

    /// <summary>37 bits with a facility.</summary>
    internal static CardFormat H10304 { get; } =
        new("H10304", 37, new BitField(1, 16), new BitField(17, 19), [new(0, true, Range(1, 18)), new(36, false, Range(18, 35))]);

    internal static CardFormat Corporate1000 { get; } = new(
        "C1000-35",
        35,
        new BitField(2, 12),
        new BitField(14, 20),
        [new(1, true, TwoOfThree(2, 33)), new(34, false, TwoOfThree(1, 32)), new(0, false, Range(1, 34))]);

    /// <summary>The serial number of a contactless card, 4 bytes, as sent.</summary>
    internal static CardFormat Serial32 { get; } = new("CSN-32", 32, null, new BitField(0, 32), []);

    /// <summary>The serial number of a contactless card, 7 bytes, as sent.</summary>
    internal static CardFormat Serial56 { get; } = new("CSN-56", 56, null, new BitField(0, 56), []);

    /// <summary>With the 37 bits read as <see cref="H10302"/>.</summary>
    internal static IReadOnlyList<CardFormat> Standard { get; } = [H10301, H10306, H10302, Corporate1000, Serial32, Serial56];

    private static readonly Dictionary<string, CardFormat> All = ((IEnumerable<CardFormat>)[.. Standard, H10304]).ToDictionary(format => format.Name);

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>What a reader knows where nobody says otherwise.</summary>
    public static IReadOnlyList<string> StandardNames { get; } = [.. Standard.Select(format => format.Name)];

    /// <summary>Null when a reader can know all of these at once, otherwise why not.</summary>
    public static string? Problem(IReadOnlyCollection<string> names) =>
        names.FirstOrDefault(name => !All.ContainsKey(name)) is { } unknown ? $"there is no card format {unknown}; there are {string.Join(", ", Names)}"
        : names.GroupBy(name => All[name].BitCount).FirstOrDefault(same => same.Count() > 1) is { } clash
            ? $"{string.Join(" and ", clash)} both have {clash.Key} bits, and cannot be told apart"
        : null;

    internal static IEnumerable<CardFormat> Of(IEnumerable<string> names) => names.Select(name => All[name]);

    private static int[] Range(int first, int last) => [.. Enumerable.Range(first, last - first + 1)];

    /// <summary>From the first bit on two are covered and one is not.</summary>
    private static int[] TwoOfThree(int first, int last) => [.. Range(first, last).Where(bit => (bit - first) % 3 != 2)];
}
