namespace Bridge.Devices;

/// <summary>A snapshot of a line's counters since the process started.</summary>
public sealed record LineStatistics(
    long Transactions,
    long Timeouts,
    long ChecksumErrors,
    long UnexpectedReplies,
    long Exceptions,
    long StrayBytes,
    long Reconnects);
