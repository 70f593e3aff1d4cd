namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>What a frame is, written down again bit by bit and apart from the product: the fuzzer's judge.</summary>
internal static class FrameTruth
{
    /// <summary>The CRC or the checksum, whichever the control byte says.</summary>
    public static bool IsCheckRight(ReadOnlySpan<byte> frame)
    {
        if ((frame[4] & 4) == 0)
        {
            var sum = 0;
            foreach (var value in frame)
            {
                sum += value;
            }

            return (sum & 0xFF) == 0;
        }

        uint crc = 0x1D0F;
        foreach (var value in frame[..^2])
        {
            crc ^= (uint)value << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
        }

        return (crc & 0xFFFF) == (uint)(frame[^2] | (frame[^1] << 8));
    }

    /// <summary>Why these bytes are no frame; null when they are one.</summary>
    public static string? Objection(ReadOnlySpan<byte> frame) =>
        frame.Length is < 7 or > 1440 ? $"a frame of {frame.Length} bytes"
        : frame[0] != 0x53 ? "a frame without its start"
        : (frame[2] | (frame[3] << 8)) != frame.Length ? "a frame of another length than it says"
        : !IsCheckRight(frame) ? "a frame with a wrong check"
        : null;
}
