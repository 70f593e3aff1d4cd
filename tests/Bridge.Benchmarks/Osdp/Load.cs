using System.Diagnostics;

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

    private double Character => 10.0 / Baud;

    private double Idle => IdleCharacters * Character;

    private double Wait => Math.Max(Turnaround.TotalSeconds, Idle);

    private int Frame => IsSecure ? 14 : 8;

    private int CardReport => IsSecure ? 30 : 16;

    /// <summary>The least time that the wire needs for so many bytes in so many exchanges, with two idle characters before each frame.</summary>
    public double Seconds(long bytes, long exchanges, TimeSpan turnaround) =>
        (bytes * Character) + (exchanges * (Math.Max(turnaround.TotalSeconds, Idle) + Idle));

    /// <summary>
    /// What the readers really took before they answered, on average: each exchange from its first byte to the last of the answer, less what the bytes take.
    /// </summary>
    /// <param name="begun">When each exchange began, in order.</param>
    /// <param name="sent">When each transmission of the readers ended, in order; an answer may be several.</param>
    public TimeSpan MeanTurnaround(IReadOnlyList<long> begun, IReadOnlyList<long> sent, double bytesOfExchange)
    {
        var (ticks, count, next) = (0L, 0, 0);
        for (var each = 0; each + 1 < begun.Count; each++)
        {
            var last = 0L;
            for (; next < sent.Count && sent[next] < begun[each + 1]; next++)
            {
                last = sent[next] >= begun[each] ? sent[next] : 0;
            }

            if (last > 0)
            {
                ticks += last - begun[each];
                count++;
            }
        }

        if (count == 0)
        {
            throw new InvalidOperationException($"{Name}: the readers answered nothing.");
        }

        return TimeSpan.FromSeconds(((double)ticks / Stopwatch.Frequency / count) - (bytesOfExchange * Character));
    }
}
