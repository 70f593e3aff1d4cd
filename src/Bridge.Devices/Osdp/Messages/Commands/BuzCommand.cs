namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>The buzzer of one reader head.</summary>
internal readonly record struct BuzCommand : IOsdpCommand
{
    private const int DataLength = 5;
    private const byte ToneOff = 1;
    private const byte ToneDefault = 2;

    private BuzCommand(byte reader, byte tone) => (Reader, Tone) = (reader, tone);

    public OsdpCommandCode Code => OsdpCommandCode.Buz;

    public int Length => DataLength;

    public byte Reader { get; }

    public byte Tone { get; }

    public TimeSpan On { get; private init; }

    public TimeSpan Off { get; private init; }

    public byte Count { get; private init; }

    /// <summary>On 0.1 to 25.5 s, off 0 to 25.5 s, so many times: 1 to 255, because 0 would sound until another command comes.</summary>
    public static BuzCommand Sound(byte reader, TimeSpan on, TimeSpan off, byte count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(on, TenthsOfSecond.Unit);
        ArgumentOutOfRangeException.ThrowIfZero(count);
        return new BuzCommand(reader, ToneDefault) { On = on, Off = off, Count = count };
    }

    public static BuzCommand Silence(byte reader) => new(reader, ToneOff);

    public static bool TryRead(ReadOnlySpan<byte> data, out BuzCommand command)
    {
        command = default;
        if (data.Length != DataLength)
        {
            return false;
        }

        command = new BuzCommand(data[0], data[1]) { On = TenthsOfSecond.From(data[2]), Off = TenthsOfSecond.From(data[3]), Count = data[4] };
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[0] = Reader;
        data[1] = Tone;
        data[2] = TenthsOfSecond.ToByte(On);
        data[3] = TenthsOfSecond.ToByte(Off);
        data[4] = Count;
    }
}
