using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The data registers of an event window as a credential.</summary>
internal static class CredentialDecoder
{
    /// <summary>Null when the window holds something that is neither a card nor a PIN.</summary>
    public static CredentialData? Decode(EventWindow window, ReadOnlySpan<ushort> registers)
    {
        var kind = registers[window.KindOffset];
        var length = registers[window.LengthOffset];
        Span<byte> bytes = stackalloc byte[window.DataRegisters * 2];
        for (var index = 0; index < window.DataRegisters; index++)
        {
            bytes[2 * index] = (byte)(registers[window.DataOffset + index] >> 8);
            bytes[(2 * index) + 1] = (byte)(registers[window.DataOffset + index] & 0xFF);
        }

        return kind == window.CardKind ? Card(bytes, length)
            : kind == window.PinKind ? Pin(bytes, length)
            : null;
    }

    private static CredentialData.Card? Card(ReadOnlySpan<byte> bytes, int bits)
    {
        if (bits == 0 || bits > bytes.Length * 8)
        {
            return null;
        }

        var card = bytes[..((bits + 7) / 8)].ToArray();
        if (bits % 8 != 0)
        {
            // Devices leave the last read's bits behind the end; two reads of one card must be equal.
            card[^1] &= (byte)((0xFF << (8 - (bits % 8))) & 0xFF);
        }

        return new CredentialData.Card(card, bits);
    }

    private static CredentialData.Pin? Pin(ReadOnlySpan<byte> bytes, int digits)
    {
        if (digits == 0 || digits > bytes.Length || bytes[..digits].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return null;
        }

        return new CredentialData.Pin(System.Text.Encoding.ASCII.GetString(bytes[..digits]));
    }
}
