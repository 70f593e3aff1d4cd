using Bridge.Devices.Tests.Doors;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Bytes as the tables write them, and the two wrappings of a body (unit and PDU), worked out apart from the product's.</summary>
internal static class Frames
{
    public static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    public static string Text(ReadOnlySpan<byte> bytes) => string.Join(' ', bytes.ToArray().Select(value => value.ToString("X2", null)));

    /// <summary>Registers as they travel: high byte first.</summary>
    public static IEnumerable<byte> Words(IEnumerable<ushort> values) =>
        values.SelectMany(value => (byte[])[(byte)(value >> 8), (byte)(value & 0xFF)]);

    public static byte[] Serial(byte[] body) => FrameCheck.Close(body);

    public static byte[] Tcp(int transaction, byte[] body) =>
        [(byte)((transaction >> 8) & 0xFF), (byte)(transaction & 0xFF), 0, 0, (byte)(body.Length >> 8), (byte)(body.Length & 0xFF), .. body];
}
