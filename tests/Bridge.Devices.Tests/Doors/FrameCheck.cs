namespace Bridge.Devices.Tests.Doors;

/// <summary>The CRC of serial frames, worked out apart from the product's.</summary>
internal static class FrameCheck
{
    public static byte[] Close(byte[] frame)
    {
        var check = Of(frame);
        return [.. frame, (byte)(check & 0xFF), (byte)(check >> 8)];
    }

    public static bool IsRight(byte[] frame) => frame.Length >= 4 && Of(frame) == 0;

    private static ushort Of(byte[] bytes)
    {
        var check = 0xFFFF;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) != 0 ? (check >> 1) ^ 0xA001 : check >> 1;
            }
        }

        return (ushort)check;
    }
}
