namespace Bridge.Simulators.Osdp;

/// <summary>What kind of reader it is: its identity, its limits and its habits. Nothing of it changes while it runs.</summary>
public sealed record ReaderProfile
{
    private static readonly byte[] DefaultIdentity = [0xCA, 0xFE, 0x01, 0x01, 0x02, 0x04, 0x03, 0x02, 0x01, 0x01, 0x10, 0x03];

    /// <summary>Vendor (3), model, version, serial number (4, low byte first), firmware (3).</summary>
    public IReadOnlyList<byte> Identity { get; init; } = DefaultIdentity;

    /// <summary>The eight bytes it names itself by in the handshake; usually the beginning of its identity.</summary>
    public IReadOnlyList<byte>? ClientId { get; init; }

    public int Inputs { get; init; } = 8;

    public int Outputs { get; init; } = 2;

    public int Lights { get; init; } = 2;

    public int Displays { get; init; } = 1;

    /// <summary>Speed it starts with, in bits per second.</summary>
    public int BitsPerSecond { get; init; } = 9600;

    /// <summary>The key it shares with its control panel; null before one was set.</summary>
    public IReadOnlyList<byte>? Key { get; init; }

    /// <summary>It takes the default key until the first key is set.</summary>
    public bool InstallMode { get; init; }

    /// <summary>Outside a session it says no more than who it is.</summary>
    public bool RequiresSecurity { get; init; }

    public KeySetConduct KeySet { get; init; }

    public KeypadStyle Keypad { get; init; }

    /// <summary>The format byte of card bits: 0 unspecified, 1 with parity bits.</summary>
    public byte CardFormat { get; init; } = 1;

    /// <summary>An old fault: reads made while nobody asked are told to whoever comes back.</summary>
    public bool KeepsReadsOffline { get; init; }

    /// <summary>A read whose reply was not acknowledged is told again after the link was started anew, instead of being lost with it.</summary>
    public bool RepeatsAfterReset { get; init; }

    /// <summary>A command with a wrong check is answered with a refusal instead of silence.</summary>
    public bool ReportsBadChecks { get; init; } = true;

    /// <summary>It tells of its power-up unasked, as the first report.</summary>
    public bool ReportsPowerUp { get; init; }

    /// <summary>Where its random bytes start; the same seed and the same commands have the same bytes on the line.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What it says it can do, three bytes each: function, compliance, number.</summary>
    public IReadOnlyList<byte> Capabilities() =>
    [
        1, 1, (byte)Inputs, 2, 1, (byte)Outputs, 3, 1, 0, 4, 4, (byte)Lights, 5, 2, 1, 6, (byte)(Displays > 0 ? 1 : 0), (byte)Displays,
        8, 1, 0, 9, 1, 1, 10, 0, 1, 13, 0, 1, 16, 2, 0,
    ];
}
