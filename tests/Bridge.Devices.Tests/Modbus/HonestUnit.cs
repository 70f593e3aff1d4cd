namespace Bridge.Devices.Tests.Modbus;

/// <summary>A unit without faults: register n holds n, every bit is on, writes and loopbacks are echoed, anything else is refused.</summary>
internal static class HonestUnit
{
    /// <summary>From the unit and PDU of a request to those of the reply.</summary>
    public static byte[] Answer(byte[] body)
    {
        var (first, second) = body.Length >= 6 ? ((body[2] << 8) | body[3], (body[4] << 8) | body[5]) : (0, 0);
        return body[1] switch
        {
            1 or 2 => [body[0], body[1], (byte)((second + 7) / 8), .. Enumerable.Repeat((byte)0xFF, (second + 7) / 8)],
            3 or 4 => [body[0], body[1], (byte)(second * 2), .. Frames.Words(Enumerable.Range(first, second).Select(value => (ushort)value))],
            5 or 6 or 8 or 15 or 16 => body[..6],
            22 => body,
            _ => [body[0], (byte)(body[1] | 0x80), 1],
        };
    }
}
