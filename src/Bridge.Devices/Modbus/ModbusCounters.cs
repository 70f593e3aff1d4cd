namespace Bridge.Devices.Modbus;

/// <summary>Counts since the start. Written by the line's thread, read by anyone. Hand the same object to the next master after a reconnect.</summary>
public sealed class ModbusCounters
{
    private long _transactions;
    private long _timeouts;
    private long _checksumErrors;
    private long _unexpectedReplies;
    private long _exceptions;
    private long _strayBytes;
    private long _retries;
    private long _quarantines;

    /// <summary>Requests that were put on the line, sync probes and retries included.</summary>
    public long Transactions => Volatile.Read(ref _transactions);

    public long Timeouts => Volatile.Read(ref _timeouts);

    /// <summary>Broken frames: CRC, half a frame, an impossible header, a collision with the own echo.</summary>
    public long ChecksumErrors => Volatile.Read(ref _checksumErrors);

    /// <summary>Well-formed frames that were not the answer: late, another unit's, another function's.</summary>
    public long UnexpectedReplies => Volatile.Read(ref _unexpectedReplies);

    public long Exceptions => Volatile.Read(ref _exceptions);

    /// <summary>Bytes that nobody had asked for, drained between transactions.</summary>
    public long StrayBytes => Volatile.Read(ref _strayBytes);

    public long Retries => Volatile.Read(ref _retries);

    /// <summary>How often the line had to be brought back into step after a time-out or a broken frame.</summary>
    public long Quarantines => Volatile.Read(ref _quarantines);

    internal void CountTransaction() => Add(ref _transactions, 1);

    internal void CountTimeout() => Add(ref _timeouts, 1);

    internal void CountChecksumError() => Add(ref _checksumErrors, 1);

    internal void CountUnexpectedReply() => Add(ref _unexpectedReplies, 1);

    internal void CountException() => Add(ref _exceptions, 1);

    internal void CountStrayBytes(int count) => Add(ref _strayBytes, count);

    internal void CountRetry() => Add(ref _retries, 1);

    internal void CountQuarantine() => Add(ref _quarantines, 1);

    // One writer: a plain add and an ordered store is enough.
    private static void Add(ref long counter, long count) => Volatile.Write(ref counter, counter + count);
}
