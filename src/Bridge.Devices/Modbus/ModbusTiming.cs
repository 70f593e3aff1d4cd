using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus;

/// <summary>The times of one line. Build it with <see cref="ForSerial"/>, <see cref="Tcp"/> or <see cref="RtuOverTcp"/> and change what a site needs with <c>with</c>.</summary>
public sealed record ModbusTiming
{
    /// <summary>MODBUS over serial line, 2.5.1.1: above 19200 baud the silence between frames is fixed.</summary>
    private static readonly TimeSpan FastSilence = TimeSpan.FromMicroseconds(1750);

    private static readonly TimeSpan LeastLateReplyWindow = TimeSpan.FromMilliseconds(500);

    /// <summary>Wire time of one character with its start, parity and stop bits; zero where there is no wire to pace (TCP, pseudo-terminals).</summary>
    public TimeSpan CharacterTime { get; init; }

    /// <summary>Enforced before transmitting, counted from the last activity on the line (t3.5). Zero on TCP and for benchmarks on pseudo-terminals.</summary>
    public TimeSpan Silence { get; init; }

    /// <summary>A frame that stops for this long is broken and given up.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// How long a unit may think: from the end of the request on the wire. The wire time of the reply is added to it. A call can have its own, see
    /// <see cref="ModbusCallOptions"/>.
    /// </summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After a broadcast nobody answers; the units get this long to obey before the next request.</summary>
    public TimeSpan BroadcastTurnaround { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>After a time-out nothing is sent until this long after the request that failed, so that its late reply is heard and thrown away.</summary>
    public TimeSpan LateReplyWindow { get; init; }

    /// <summary>The silence that ends a quarantine, and the one awaited after opening.</summary>
    public TimeSpan QuarantineSilence { get; init; }

    /// <summary>Discarding after opening lasts at least this long: a serial server may hand a late reply to the next connection.</summary>
    public TimeSpan OpeningWindow { get; init; }

    public QuarantineScope QuarantineScope { get; init; } = QuarantineScope.Line;

    /// <summary>How often a read that got no believable answer is repeated. Writes are never repeated. A poll that comes round again needs none.</summary>
    public int ReadRetries { get; init; } = 2;

    /// <summary>The adapter hears its own transmissions: they are stripped and compared; a difference is a collision.</summary>
    public bool LocalEcho { get; init; }

    /// <summary>Modbus TCP: nothing is paced and nothing needs quarantine, transaction ids tell replies apart.</summary>
    public static ModbusTiming Tcp { get; } = new();

    /// <summary>A transparent serial server: its own port keeps the pauses, but late replies are as ambiguous as on the wire.</summary>
    public static ModbusTiming RtuOverTcp { get; } = new()
    {
        LateReplyWindow = TimeSpan.FromSeconds(2),
        QuarantineSilence = TimeSpan.FromMilliseconds(50),
        OpeningWindow = TimeSpan.FromMilliseconds(500),
        Gap = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>The times that follow from a serial line's speed and character format.</summary>
    public static ModbusTiming ForSerial(LinkDefinition.Serial line)
    {
        var bits = 1 + line.DataBits + (line.Parity == SerialParity.None ? 0 : 1) + line.StopBits;
        var character = TimeSpan.FromSeconds((double)bits / line.Baud);
        var silence = line.Baud > 19200 ? FastSilence : character * 3.5;
        var response = TimeSpan.FromMilliseconds(250);
        return new ModbusTiming
        {
            CharacterTime = character,
            Silence = silence,
            Gap = Longer(silence, TimeSpan.FromMilliseconds(40)),
            ResponseTimeout = response,
            LateReplyWindow = Longer(response * 2, LeastLateReplyWindow),
            QuarantineSilence = Longer(silence, TimeSpan.FromMilliseconds(50)),
            LocalEcho = line.LocalEcho,
        };
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
