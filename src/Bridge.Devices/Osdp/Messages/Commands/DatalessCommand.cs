namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>A command that is its code alone.</summary>
internal readonly record struct DatalessCommand : IOsdpCommand
{
    private DatalessCommand(OsdpCommandCode code) => Code = code;

    public static DatalessCommand Poll => new(OsdpCommandCode.Poll);

    /// <summary>Tamper and power of the reader; answered by LSTATR.</summary>
    public static DatalessCommand LocalStatus => new(OsdpCommandCode.Lstat);

    public static DatalessCommand InputStatus => new(OsdpCommandCode.Istat);

    public static DatalessCommand OutputStatus => new(OsdpCommandCode.Ostat);

    /// <summary>The reader heads; answered by RSTATR.</summary>
    public static DatalessCommand ReaderStatus => new(OsdpCommandCode.Rstat);

    /// <summary>Ends what the reader is doing for an earlier command.</summary>
    public static DatalessCommand Abort => new(OsdpCommandCode.Abort);

    public OsdpCommandCode Code { get; }

    public int Length => 0;

    public void WriteTo(Span<byte> data)
    {
        // The code says all.
    }
}
