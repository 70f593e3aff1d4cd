namespace Bridge.Devices.Osdp.Cards;

/// <summary>The two spellings of * and # that readers use.</summary>
internal static class KeypadKeys
{
    public static KeypadKey KindOf(byte key) => key switch
    {
        >= (byte)'0' and <= (byte)'9' => KeypadKey.Digit,
        0x7F or (byte)'*' => KeypadKey.Star,
        0x0D or (byte)'#' => KeypadKey.Hash,
        _ => KeypadKey.Other,
    };
}
