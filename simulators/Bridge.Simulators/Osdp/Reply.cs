namespace Bridge.Simulators.Osdp;

/// <summary>What a reader has decided to say, before it is put into a packet.</summary>
/// <param name="Block">The security block of a handshake reply; null for any other.</param>
/// <param name="StaysClear">Goes out without protection even in a session.</param>
internal sealed record Reply(byte Code, byte[] Payload, byte[]? Block = null, bool StaysClear = false)
{
    public static Reply Acknowledged { get; } = new(Wire.ReplyCode.Acknowledge, []);

    /// <summary>Runs when the last byte has left the line: a new address holds from then on.</summary>
    public Action? AfterSent { get; init; }

    public static Reply Refused(Wire.NakReason reason) => new(Wire.ReplyCode.Refuse, [(byte)reason]);

    public static Reply RefusedClear(Wire.NakReason reason) => Refused(reason) with { StaysClear = true };
}
