namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>One LED of one reader head: its temporary light, its permanent light, or both.</summary>
internal readonly record struct LedCommand : IOsdpCommand
{
    private const int DataLength = 14;
    private const int TemporaryStart = 3;
    private const int TimerStart = 7;
    private const int PermanentControl = 9;
    private const int PermanentStart = 10;
    private const byte SetPermanent = 1;

    private LedCommand(byte reader, byte led) => (Reader, Led) = (reader, led);

    public OsdpCommandCode Code => OsdpCommandCode.Led;

    public int Length => DataLength;

    public byte Reader { get; }

    public byte Led { get; }

    public LedTemporary Temporary { get; private init; }

    public LedPattern TemporaryPattern { get; private init; }

    /// <summary>0.1 to 6553.5 s.</summary>
    public TimeSpan TemporaryTime { get; private init; }

    /// <summary>Null leaves it as it is.</summary>
    public LedPattern? Permanent { get; private init; }

    public static LedCommand Lasting(byte reader, byte led, LedPattern pattern) => new(reader, led) { Permanent = pattern };

    /// <summary>For 0.1 to 6553.5 s; what a time of 0 means differs between readers.</summary>
    public static LedCommand For(byte reader, byte led, LedPattern pattern, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TenthsOfSecond.Unit);
        return new LedCommand(reader, led) { Temporary = LedTemporary.Set, TemporaryPattern = pattern, TemporaryTime = time };
    }

    public static LedCommand BackToLasting(byte reader, byte led) => new(reader, led) { Temporary = LedTemporary.Cancel };

    public static bool TryRead(ReadOnlySpan<byte> data, out LedCommand command)
    {
        command = default;
        if (data.Length != DataLength || data[2] > (byte)LedTemporary.Set || data[PermanentControl] > SetPermanent)
        {
            return false;
        }

        var temporary = (LedTemporary)data[2];
        command = new LedCommand(data[0], data[1])
        {
            Temporary = temporary,
            TemporaryPattern = temporary == LedTemporary.Set ? LedPattern.Read(data[TemporaryStart..]) : default,
            TemporaryTime = temporary == LedTemporary.Set ? TenthsOfSecond.Read(data[TimerStart..]) : default,
            Permanent = data[PermanentControl] == SetPermanent ? LedPattern.Read(data[PermanentStart..]) : null,
        };
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[..DataLength].Clear();
        data[0] = Reader;
        data[1] = Led;
        data[2] = (byte)Temporary;
        if (Temporary == LedTemporary.Set)
        {
            TemporaryPattern.WriteTo(data[TemporaryStart..]);
            TenthsOfSecond.Write(data[TimerStart..], TemporaryTime);
        }

        if (Permanent is { } pattern)
        {
            data[PermanentControl] = SetPermanent;
            pattern.WriteTo(data[PermanentStart..]);
        }
    }
}
