namespace Bridge.Devices.Osdp.Polling;

/// <summary>The waits of the control panel.</summary>
internal static class PeripheralTiming
{
    /// <summary>Both ends give the session up after so long without a valid exchange.</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromSeconds(8);

    /// <summary>Repeats in the reader's next turns; the later ones wait for <see cref="SlowRetry"/>.</summary>
    public const int FastRetries = 2;

    public static readonly TimeSpan SlowRetry = TimeSpan.FromSeconds(1);

    /// <summary>Before a reader has been heard at all it is not worth eight seconds.</summary>
    public const int TriesBeforeContact = 3;

    public const int MostBusies = 20;

    /// <summary>The first few repeats come at the pace of polls; so many in all must not be over in one second, while a reader writes its memory.</summary>
    private const int QuickBusies = 5;

    private static readonly TimeSpan LongBusyPause = TimeSpan.FromMilliseconds(500);

    public const int MostCheckRefusals = 8;

    /// <summary>A reader that loses its session more often than this within <see cref="Settled"/> is treated like one that fails the handshake.</summary>
    public const int MostRestarts = 3;

    /// <summary>A session that has lasted so long makes earlier failures forgotten; not sooner, or a forger could have a handshake every 5 s.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SlowestProbe = TimeSpan.FromSeconds(10);

    /// <summary>How often a device that is held for another reason than its key is looked at again.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <summary>5, 10, 20, 40, then 60 s: after five failures at most one handshake a minute.</summary>
    public static TimeSpan Hold(int failures) => Doubled(ShortestHold, failures, LongestHold);

    /// <summary>1, 2, 4, 8, then 10 s.</summary>
    public static TimeSpan Probe(int probes) => Doubled(FirstProbe, probes, SlowestProbe);

    public static TimeSpan BusyPause(int busies) => busies <= QuickBusies ? TimeSpan.Zero : LongBusyPause;

    private static TimeSpan Doubled(TimeSpan first, int count, TimeSpan most)
    {
        var span = first * (1 << Math.Clamp(count - 1, 0, 8));
        return span < most ? span : most;
    }
}
