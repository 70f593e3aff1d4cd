namespace Bridge.Simulators.Osdp.Faults;

/// <summary>
/// What goes wrong at a reader. Every plain number is a chance from 0 to 1, drawn for each reply from a generator that starts at <see cref="Seed"/>;
/// every switch holds until it is taken back.
/// </summary>
public sealed record ReaderFaults
{
    public static ReaderFaults None { get; } = new();

    public int Seed { get; init; } = 1;

    /// <summary>The command is executed and the reply is lost.</summary>
    public double Drop { get; init; }

    /// <summary>The reply begins <see cref="DelayBy"/> later.</summary>
    public double Delay { get; init; }

    public TimeSpan DelayBy { get; init; } = TimeSpan.FromMilliseconds(190);

    public double CorruptCheck { get; init; }

    /// <summary>The authentication code is wrong and the check right. Only in a session.</summary>
    public double CorruptMac { get; init; }

    /// <summary>The sequence number is one too high, the check right.</summary>
    public double WrongSequence { get; init; }

    /// <summary>The sequence number is 0, which asks for a new start; the check is right.</summary>
    public double ZeroSequence { get; init; }

    /// <summary>The reply comes from the next address, the check right.</summary>
    public double WrongAddress { get; init; }

    /// <summary>The reply ends somewhere in the middle.</summary>
    public double Truncate { get; init; }

    /// <summary>Six bytes of noise, without a start byte, follow the reply.</summary>
    public double ExtraBytes { get; init; }

    /// <summary>Four bytes of noise, without a start byte or a mark, stand before the reply: a line that nobody holds while it rests.</summary>
    public double NoiseBefore { get; init; }

    /// <summary>The reply comes twice.</summary>
    public double Duplicate { get; init; }

    /// <summary>The host hears its own command before the reply.</summary>
    public double Echo { get; init; }

    /// <summary>The reply comes in two pieces with <see cref="SplitGap"/> between them.</summary>
    public double Split { get; init; }

    public TimeSpan SplitGap { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>Bytes FF before each reply, 0 to 8.</summary>
    public int Marks { get; init; }

    /// <summary>So many commands, from the next on, are answered with BUSY; -1 for all.</summary>
    public int Busy { get; init; }

    /// <summary>The reader restarts before it executes the command.</summary>
    public double Reboot { get; init; }

    /// <summary>In a session, the reply comes without protection.</summary>
    public double ClearReply { get; init; }

    /// <summary>In a session, the payload is authenticated and not encrypted.</summary>
    public double PlainPayload { get; init; }

    /// <summary>In a session, a reply of long ago is sent instead: with the same sequence number if there is one.</summary>
    public double Replay { get; init; }

    public bool WrongSelector { get; init; }

    public bool WrongCryptogram { get; init; }

    /// <summary>The last step of the handshake reports failure with the right value.</summary>
    public bool RefuseHandshake { get; init; }

    /// <summary>The last step of the handshake reports success with a wrong value.</summary>
    public bool WrongInitialMac { get; init; }

    /// <summary>The handshake is answered with the default key, whatever key was asked for.</summary>
    public bool AnswersWithDefaultKey { get; init; }

    /// <summary>Capabilities that it claims instead of its own, as hexadecimal digits: function, compliance, number, three bytes each.</summary>
    public string? Capabilities { get; init; }

    /// <summary>Identity that it claims instead of its own, as hexadecimal digits.</summary>
    public string? Identity { get; init; }

    /// <summary>Commands that are refused, and with which code: both as numbers.</summary>
    public IReadOnlyDictionary<byte, byte> Refuse { get; init; } = new Dictionary<byte, byte>();

    /// <summary>Commands that are met with silence and not executed.</summary>
    public IReadOnlyList<int> Silent { get; init; } = [];

    /// <summary>Another habit than the profile's after a new key.</summary>
    public KeySetConduct? KeySet { get; init; }
}
