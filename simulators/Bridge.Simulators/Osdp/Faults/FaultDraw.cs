namespace Bridge.Simulators.Osdp.Faults;

/// <summary>Draws what happens to each reply under one set of faults, and counts down what happens a number of times.</summary>
internal sealed class FaultDraw(ReaderFaults faults)
{
    private const int ForEver = -1;
    private readonly Random _random = new(faults.Seed);

    /// <summary>Of its own, so that the other misfortunes of a seed stay what they were.</summary>
    private readonly Random _noise = new(faults.Seed);
    private int _busy = faults.Busy;

    public ReaderFaults Faults => faults;

    /// <summary>Always draws the same count of numbers, so that a chance can be changed without moving the other misfortunes.</summary>
    public ReplyFortune Next()
    {
        var noise = new byte[6];
        _random.NextBytes(noise);
        return new ReplyFortune
        {
            Drop = Happens(faults.Drop),
            Delay = Happens(faults.Delay),
            CorruptCheck = Happens(faults.CorruptCheck),
            CorruptMac = Happens(faults.CorruptMac),
            WrongSequence = Happens(faults.WrongSequence),
            ZeroSequence = Happens(faults.ZeroSequence),
            WrongAddress = Happens(faults.WrongAddress),
            Truncate = Happens(faults.Truncate),
            ExtraBytes = Happens(faults.ExtraBytes),
            NoiseBefore = _noise.NextDouble() < faults.NoiseBefore,
            Duplicate = Happens(faults.Duplicate),
            Echo = Happens(faults.Echo),
            Split = Happens(faults.Split),
            Reboot = Happens(faults.Reboot),
            ClearReply = Happens(faults.ClearReply),
            PlainPayload = Happens(faults.PlainPayload),
            Replay = Happens(faults.Replay),
            Position = _random.NextDouble(),
            Noise = [.. noise.Select(each => each == Wire.CommandFrame.StartOfMessage ? (byte)0 : each)],
        };
    }

    public bool TakeBusy()
    {
        if (_busy == 0)
        {
            return false;
        }

        _busy -= _busy == ForEver ? 0 : 1;
        return true;
    }

    private bool Happens(double chance) => _random.NextDouble() < chance;
}
