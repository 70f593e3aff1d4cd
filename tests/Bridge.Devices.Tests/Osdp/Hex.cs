namespace Bridge.Devices.Tests.Osdp;

/// <summary>Bytes as they are written in tables: hexadecimal, with or without spaces.</summary>
internal static class Hex
{
    public static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    public static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    public static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
