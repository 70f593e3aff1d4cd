namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>
/// The only OUT that may move a lock: the reader itself ends it, whatever becomes of us and of the line. There is no way to make one that lasts.
/// </summary>
internal readonly record struct TimedOutCommand : IOsdpCommand
{
    private static readonly TimeSpan Longest = TenthsOfSecond.From(ushort.MaxValue);
    private readonly OutCommand _command;

    private TimedOutCommand(OutCommand command) => _command = command;

    public OsdpCommandCode Code => OsdpCommandCode.Out;

    public int Length => _command.Length;

    public byte Output => _command.Output;

    public TimeSpan Time => _command.Time;

    /// <summary>On for 0.1 to 6553.5 s, then back.</summary>
    public static TimedOutCommand On(byte output, TimeSpan time) => new(new OutCommand(output, OutputAction.TemporaryOn, Checked(time)));

    /// <summary>Off for 0.1 to 6553.5 s, then back: for a lock that is held by current.</summary>
    public static TimedOutCommand Off(byte output, TimeSpan time) => new(new OutCommand(output, OutputAction.TemporaryOff, Checked(time)));

    public void WriteTo(Span<byte> data) => _command.WriteTo(data);

    private static TimeSpan Checked(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TenthsOfSecond.Unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest);
        return time;
    }
}
