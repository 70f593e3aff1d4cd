namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>
/// A blinking or steady light. Times are 0 to 25.5 s in steps of 100 ms. A pattern of no time at all is sent with the shortest on time: some readers
/// refuse the whole command otherwise.
/// </summary>
internal readonly record struct LedPattern(TimeSpan On, TimeSpan Off, LedColor OnColor, LedColor OffColor)
{
    public const int Length = 4;

    public static LedPattern Steady(LedColor color) => new(TenthsOfSecond.Unit, TimeSpan.Zero, color, LedColor.Off);

    /// <summary>The four bytes as they stand on the wire, permanent or temporary.</summary>
    public static LedPattern Read(ReadOnlySpan<byte> data) =>
        new(TenthsOfSecond.From(data[0]), TenthsOfSecond.From(data[1]), (LedColor)data[2], (LedColor)data[3]);

    public void WriteTo(Span<byte> data)
    {
        data[0] = TenthsOfSecond.ToByte(On);
        data[1] = TenthsOfSecond.ToByte(Off);
        data[2] = (byte)OnColor;
        data[3] = (byte)OffColor;
        if (data[0] == 0 && data[1] == 0)
        {
            data[0] = 1;
        }
    }
}
