namespace Bridge.Devices;

/// <summary>The figures of one Modbus unit since the process started, for health pages.</summary>
public sealed record UnitSnapshot(DeviceId Device, byte Unit)
{
    /// <summary>To the latest request there was an answer of the unit itself, if only an exception.</summary>
    public bool Answers { get; init; }

    public long Requests { get; init; }

    /// <summary>Requests without a believable answer in time.</summary>
    public long Silences { get; init; }

    /// <summary>Requests to which only broken frames came.</summary>
    public long Garbled { get; init; }

    public long Exceptions { get; init; }

    /// <summary>Broken frames while its answer was awaited.</summary>
    public long CheckErrors { get; init; }

    /// <summary>Sound frames that were not its answer: late ones, other units', other functions'.</summary>
    public long Strangers { get; init; }

    /// <summary>Answers that were measured, and how long all of them took together: the difference of two snapshots gives the mean between them.</summary>
    public long Replies { get; init; }

    public TimeSpan ReplyTime { get; init; }

    /// <summary>From the request to the end of the answer, with the silence that the line keeps before it sends.</summary>
    public TimeSpan LatestReply { get; init; }

    public TimeSpan LongestReply { get; init; }
}
