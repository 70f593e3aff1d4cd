namespace Bridge.Simulators.Osdp.Faults;

/// <summary>What one reply has drawn.</summary>
internal sealed record ReplyFortune
{
    public bool Drop { get; init; }

    public bool Delay { get; init; }

    public bool CorruptCheck { get; init; }

    public bool CorruptMac { get; init; }

    public bool WrongSequence { get; init; }

    public bool ZeroSequence { get; init; }

    public bool WrongAddress { get; init; }

    public bool Truncate { get; init; }

    public bool ExtraBytes { get; init; }

    public bool NoiseBefore { get; init; }

    public bool Duplicate { get; init; }

    public bool Echo { get; init; }

    public bool Split { get; init; }

    public bool Reboot { get; init; }

    public bool ClearReply { get; init; }

    public bool PlainPayload { get; init; }

    public bool Replay { get; init; }

    /// <summary>From 0 to 1: where the reply breaks.</summary>
    public double Position { get; init; }

    public byte[] Noise { get; init; } = [];
}
