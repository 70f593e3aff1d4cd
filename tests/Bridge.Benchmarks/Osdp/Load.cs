namespace Bridge.Benchmarks.Osdp;

/// <summary>A line that is measured: its speed, how many readers are on it, and whether they have a secure channel.</summary>
internal sealed record Load(int Baud, int Readers, bool IsSecure)
{
    /// <summary>What the simulated readers think before they answer: the protocol's nominal value.</summary>
    public static readonly TimeSpan Turnaround = TimeSpan.FromMilliseconds(3);

    private const int Mark = 1;
    private const int IdleCharacters = 2;

    /// <summary>Every combination that is promised.</summary>
    public static IReadOnlyList<Load> All { get; } =
    [
        .. from baud in new[] { 9600, 38400, 115200 }
        from readers in new[] { 1, 8, 16 }
        from isSecure in new[] { false, true }
        select new Load(baud, readers, isSecure),
    ];

    public string Name => $"{Baud} bit/s, {Readers} {(Readers == 1 ? "reader" : "readers")}, {(IsSecure ? "secure" : "plain")}";

    /// <summary>One POLL with its mark, one ACK, and the silences around them.</summary>
    public double ExchangeSeconds => Seconds(Frame + Mark + Frame, exchanges: 1, Turnaround);

    /// <summary>Every reader once.</summary>
    public double CycleSeconds => Readers * ExchangeSeconds;

    /// <summary>From the moment that a reader has heard a POLL to the last byte of the card's report.</summary>
    public double ReportSeconds => Wait + (Character * CardReport);

    public double Character => 10.0 / Baud;

    public double Idle => IdleCharacters * Character;

    private double Wait => Math.Max(Turnaround.TotalSeconds, Idle);

    private int Frame => IsSecure ? 14 : 8;

    private int CardReport => IsSecure ? 30 : 16;

    /// <summary>The least time that the wire needs for so many bytes in so many exchanges, with two idle characters before each frame.</summary>
    public double Seconds(long bytes, long exchanges, TimeSpan turnaround) =>
        (bytes * Character) + (exchanges * (Math.Max(turnaround.TotalSeconds, Idle) + Idle));
}
