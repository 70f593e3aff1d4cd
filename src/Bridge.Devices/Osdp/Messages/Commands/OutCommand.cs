namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>One output, any action. Not for locks: those take <see cref="TimedOutCommand"/>, which ends by itself.</summary>
/// <param name="Time">Of a temporary action, 0 to 6553.5 s in steps of 100 ms.</param>
internal readonly record struct OutCommand(byte Output, OutputAction Action, TimeSpan Time) : IOsdpCommand
{
    private const int DataLength = 4;

    public OsdpCommandCode Code => OsdpCommandCode.Out;

    public int Length => DataLength;

    public static bool TryRead(ReadOnlySpan<byte> data, out OutCommand command)
    {
        command = default;
        if (data.Length != DataLength || data[1] > (byte)OutputAction.TemporaryOff)
        {
            return false;
        }

        command = new OutCommand(data[0], (OutputAction)data[1], TenthsOfSecond.Read(data[2..]));
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[0] = Output;
        data[1] = (byte)Action;
        TenthsOfSecond.Write(data[2..], Time);
    }
}
