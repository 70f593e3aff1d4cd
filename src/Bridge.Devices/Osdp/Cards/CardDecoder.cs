using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Cards;

/// <summary>Cards by the formats of a site: at most one for each number of bits.</summary>
internal sealed class CardDecoder
{
    private readonly Dictionary<int, CardFormat> _formats;

    /// <summary>Refuses two formats of one length by exception: which of them a card has would be a guess.</summary>
    public CardDecoder(IEnumerable<CardFormat> formats) => _formats = formats.ToDictionary(format => format.BitCount);

    public CardReading Decode(in RawReply reply)
    {
        var card = Card(reply);
        if (!_formats.TryGetValue(reply.BitCount, out var format))
        {
            return new CardReading.Opaque(card);
        }

        var value = Value(card);
        if (!HasParity(format, value))
        {
            return reply.Format == RawFormat.WithParity ? new CardReading.BadParity(format) : new CardReading.Opaque(card);
        }

        var facility = format.Facility?.Read(value, format.BitCount);
        return new CardReading.Known(format, facility, format.Number.Read(value, format.BitCount), card);
    }

    private static bool HasParity(CardFormat format, ulong value)
    {
        foreach (var rule in format.Parities)
        {
            if (!rule.Holds(value, format.BitCount))
            {
                return false;
            }
        }

        return true;
    }

    private static CredentialData.Card Card(in RawReply reply)
    {
        var bits = reply.Bits.ToArray();
        if (reply.BitCount % 8 != 0)
        {
            // What a reader leaves behind the last bit differs from read to read; two reads of one card must be equal.
            bits[^1] &= (byte)((0xFF << (8 - (reply.BitCount % 8))) & 0xFF);
        }

        return new CredentialData.Card(bits, reply.BitCount);
    }

    /// <summary>The first bit sent is the highest.</summary>
    private static ulong Value(CredentialData.Card card)
    {
        var value = 0UL;
        foreach (var part in card.Bits.Span)
        {
            value = (value << 8) | part;
        }

        return value >> ((8 * card.Bits.Length) - card.BitCount);
    }
}
