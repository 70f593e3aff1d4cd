namespace Bridge.Devices.Osdp;

/// <summary>The figures of one reader since the process started, for health pages.</summary>
/// <param name="Address">Its address on the line.</param>
/// <param name="Step">What the control panel is at with it, in one word.</param>
public sealed record PeripheralSnapshot(DeviceId Device, byte Address, OsdpSecurityState Security, string Step)
{
    /// <summary>Frames sent to it, repeats included.</summary>
    public long Exchanges { get; init; }

    public long Polls { get; init; }

    /// <summary>The same bytes once more: after silence, BUSY, a refused check, or while a read waits to be stored.</summary>
    public long Retries { get; init; }

    /// <summary>Frames that stayed without a usable reply.</summary>
    public long Silences { get; init; }

    public long Naks { get; init; }

    public long Busies { get; init; }

    /// <summary>Frames with a wrong CRC or checksum while its reply was awaited.</summary>
    public long CheckErrors { get; init; }

    /// <summary>Replies from other addresses while its reply was awaited.</summary>
    public long Strangers { get; init; }

    /// <summary>Sound replies from its address after its reply had been taken: two devices with one address.</summary>
    public long SecondReplies { get; init; }

    public long Handshakes { get; init; }

    /// <summary>Failed handshakes and forged frames.</summary>
    public long SecurityFailures { get; init; }

    /// <summary>From the first byte sent to the last byte of the reply.</summary>
    public TimeSpan LatestReply { get; init; }

    public TimeSpan LongestReply { get; init; }

    /// <summary>Replies that were measured, and how long all of them took together: the difference of two snapshots gives the mean between them.</summary>
    public long Replies { get; init; }

    public TimeSpan ReplyTime { get; init; }
}
