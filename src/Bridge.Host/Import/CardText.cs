using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>
/// A card as it is written in a list. "26:12/34567" is facility and number, to which the parity bits are added; "26:0x2018F0E" and "32:3735928559"
/// are all the bits that the reader sends, as one number.
/// </summary>
internal static partial class CardText
{
    public const string Expected = "a card such as 26:12/34567 (facility/number) or 32:0xDEADBEEF (all bits, hexadecimal or decimal)";

    private const int ShortestCard = 8;
    private const int LongestCard = 128;

    /// <summary>The card, or what is wrong with it.</summary>
    public static (CredentialSecret.Card? Card, string? Problem) Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return (null, $"expected {Expected}, found something else");
        }

        var bits = int.Parse(match.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["number"].Success
            ? FacilityAndNumber(bits, match)
            : Raw(bits, match);
    }

    /// <summary>A card that was read, with the number that stands on it where its layout is one that everybody shares.</summary>
    public static CredentialSecret.Card Read(ReadOnlySpan<byte> bits, int bitCount)
    {
        var value = new BigInteger(bits[..((bitCount + 7) / 8)], isUnsigned: true, isBigEndian: true) >> (-bitCount & 7);
        var number = (int)((value >> 1) & ushort.MaxValue);
        var facility = (int)((value >> 17) & ((BigInteger.One << Math.Max(bitCount - 18, 0)) - 1));
        var usual = bitCount is 26 or 34 && Parse(string.Create(CultureInfo.InvariantCulture, $"{bitCount}:{facility}/{number}")).Card is { } known
            && Parse(string.Create(CultureInfo.InvariantCulture, $"{bitCount}:{value}")).Card is { } raw && known.Bits.Span.SequenceEqual(raw.Bits.Span);
        return Card(value, bitCount, (usual ? number : value).ToString(CultureInfo.InvariantCulture));
    }

    private static (CredentialSecret.Card? Card, string? Problem) FacilityAndNumber(int bits, Match match)
    {
        // The layouts whose meaning everybody shares: 26 bits (8 and 16) and 34 bits (16 and 16), each between two parity bits.
        if (bits is not (26 or 34))
        {
            return (null, $"expected 26 or 34 bits for facility/number, found {bits}; write the raw bits of other formats, such as {bits}:0x...");
        }

        const int numberBits = 16;
        var facilityBits = bits - numberBits - 2;
        var facility = int.Parse(match.Groups["facility"].ValueSpan, CultureInfo.InvariantCulture);
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        if (facility >= 1 << facilityBits || number >= 1 << numberBits)
        {
            return (null, $"expected a facility up to {(1 << facilityBits) - 1} and a number up to {(1 << numberBits) - 1}, found one that does not fit into {bits} bits");
        }

        var data = ((BigInteger)facility << numberBits) | number;
        var half = (bits - 2) / 2;
        var even = Ones(data >> half) % 2;
        var odd = 1 - (Ones(data & ((BigInteger.One << half) - 1)) % 2);
        return (Card(((BigInteger)even << (bits - 1)) | (data << 1) | odd, bits, match.Groups["number"].Value), null);
    }

    private static (CredentialSecret.Card? Card, string? Problem) Raw(int bits, Match match)
    {
        if (bits is < ShortestCard or > LongestCard)
        {
            return (null, $"expected {ShortestCard} to {LongestCard} bits, found {bits}");
        }

        // The leading zero keeps a hexadecimal number positive.
        var hex = match.Groups["hex"];
        var value = hex.Success
            ? BigInteger.Parse($"0{hex.Value}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : BigInteger.Parse(match.Groups["decimal"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return value >= BigInteger.One << bits
            ? (null, $"expected a number of at most {bits} bits, found a larger one")
            : (Card(value, bits, (hex.Success ? hex : match.Groups["decimal"]).Value), null);
    }

    private static CredentialSecret.Card Card(BigInteger value, int bits, string printed)
    {
        var bytes = new byte[(bits + 7) / 8];
        var aligned = value << ((bytes.Length * 8) - bits);
        for (var index = bytes.Length - 1; index >= 0; index--)
        {
            bytes[index] = (byte)(aligned & 0xFF);
            aligned >>= 8;
        }

        return new CredentialSecret.Card(bytes, bits, printed);
    }

    private static int Ones(BigInteger value)
    {
        var ones = 0;
        for (; value > 0; value >>= 1)
        {
            ones += (int)(value & 1);
        }

        return ones;
    }

    [GeneratedRegex(@"\A(?<bits>[0-9]{1,3}):((?<facility>[0-9]{1,5})/(?<number>[0-9]{1,5})|0x(?<hex>[0-9A-Fa-f]{1,32})|(?<decimal>[0-9]{1,39}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
