using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages;

/// <summary>The unit of most times on the wire: 100 ms. Rounded to the nearest; refused by exception when it does not fit.</summary>
internal static class TenthsOfSecond
{
    public static readonly TimeSpan Unit = TimeSpan.FromMilliseconds(100);

    /// <summary>0 to 25.5 s.</summary>
    public static byte ToByte(TimeSpan time) => (byte)Count(time, byte.MaxValue);

    /// <summary>0 to 6553.5 s, low byte first.</summary>
    public static void Write(Span<byte> data, TimeSpan time) => BinaryPrimitives.WriteUInt16LittleEndian(data, (ushort)Count(time, ushort.MaxValue));

    public static TimeSpan From(int count) => Unit * count;

    public static TimeSpan Read(ReadOnlySpan<byte> data) => From(BinaryPrimitives.ReadUInt16LittleEndian(data));

    private static long Count(TimeSpan time, int most)
    {
        var count = (time.Ticks + (Unit.Ticks / 2)) / Unit.Ticks;
        ArgumentOutOfRangeException.ThrowIfNegative(time.Ticks, nameof(time));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most, nameof(time));
        return count;
    }
}
