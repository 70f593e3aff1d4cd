namespace Bridge.Devices.Intercoms.Serial;

/// <summary>A line from the intercom, understood.</summary>
internal abstract record SerialMessage
{
    private SerialMessage()
    {
    }

    /// <summary>A step of a call.</summary>
    public sealed record Call(IntercomSign Sign) : SerialMessage;

    /// <summary>A tamper or fault comes (its condition), or everything is well again (null).</summary>
    public sealed record Health(string Panel, uint Sequence, IntercomCondition? Condition) : SerialMessage;

    /// <param name="Boot">Another one than before: it has restarted. Null when it does not say.</param>
    public sealed record HeartBeat(uint? Boot) : SerialMessage;

    /// <summary>What became of a command of ours; the reason is null when it was done.</summary>
    public sealed record Answer(uint Request, string? Failure) : SerialMessage;

    /// <summary>Not to be believed.</summary>
    public sealed record Nonsense(string Reason) : SerialMessage
    {
        /// <summary>The check did not hold: bytes were lost or bent on the way.</summary>
        public bool IsBroken { get; init; }
    }
}
