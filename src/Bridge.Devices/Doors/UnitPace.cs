namespace Bridge.Devices.Doors;

/// <summary>
/// When a unit is asked next and how long its answer is awaited. On a shared line every wait for one unit is taken from its neighbours, so the rules
/// keep a dead unit's share small: a time-out learned from its own answers, three failures until it is offline, then probes that grow rarer,
/// most of them short.
/// </summary>
internal sealed class UnitPace(TimeSpan interval, TimeSpan fullTimeout, TimeSpan lateReplyWindow)
{
    public const int FailuresUntilOffline = 3;

    /// <summary>Every so many probes of an offline unit await the full time-out, so that one which has grown slow is found again.</summary>
    private const int FullProbeEvery = 4;

    private static readonly TimeSpan FirstProbeAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestProbePause = TimeSpan.FromSeconds(30);

    /// <summary>A unit that comes and goes is probed ever more rarely, until it has answered for this long.</summary>
    private static readonly TimeSpan TrustedAfter = TimeSpan.FromSeconds(60);

    /// <summary>Below this a time-out would catch the scheduler of a busy host, not a dead unit.</summary>
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>Added to what was learned: a device may be a little slower now and then.</summary>
    private static readonly TimeSpan TimeoutMargin = TimeSpan.FromMilliseconds(40);

    private TimeSpan _recentLongest;
    private TimeSpan _probePause = FirstProbeAfter;
    private TimeSpan? _wellSince;
    private int _failures;
    private int _probes;

    public TimeSpan Due { get; private set; }

    public bool IsOffline => _failures >= FailuresUntilOffline;

    public bool IsWell => _failures == 0;

    /// <summary>For commands, which are sent once: always the whole patience.</summary>
    public TimeSpan FullTimeout => fullTimeout;

    /// <summary>For the next read.</summary>
    public TimeSpan Timeout => NeedsFullTimeout ? fullTimeout : Shorter(fullTimeout, Longer(ShortestTimeout, (_recentLongest * 2) + TimeoutMargin));

    private bool NeedsFullTimeout => IsOffline
        ? _probes % FullProbeEvery == FullProbeEvery - 1
        : (_failures == 1 && _probePause == FirstProbeAfter) || (_failures == 0 && _recentLongest == TimeSpan.Zero);

    /// <summary>One transaction was answered after <paramref name="duration"/>.</summary>
    public void Took(TimeSpan duration) => _recentLongest = Longer(duration, _recentLongest * 0.9);

    /// <summary>A whole poll was answered.</summary>
    public void Succeeded(TimeSpan now)
    {
        _failures = 0;
        _probes = 0;
        _wellSince ??= now;
        if (now - _wellSince >= TrustedAfter)
        {
            _probePause = FirstProbeAfter;
        }

        Due = Longer(Due + interval, now);
    }

    /// <summary>Nothing believable came.</summary>
    public void Failed(TimeSpan now)
    {
        _wellSince = null;
        _probes += IsOffline ? 1 : 0;
        _failures = Math.Min(_failures + 1, FailuresUntilOffline);
        if (!IsOffline)
        {
            Due = now + Longer(lateReplyWindow, interval);
            return;
        }

        Due = now + _probePause;
        _probePause = Shorter(_probePause * 2, LongestProbePause);
    }

    public void NotBefore(TimeSpan moment) => Due = Longer(Due, moment);

    public void NotAfter(TimeSpan moment) => Due = Shorter(Due, moment);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
