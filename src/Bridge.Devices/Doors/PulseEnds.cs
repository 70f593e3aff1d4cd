namespace Bridge.Devices.Doors;

/// <summary>
/// Host-counted pulses that are still to be ended. It outlives the session: polls feed the device's watchdog, so that a pulse whose end was lost with the
/// link would otherwise last for ever.
/// </summary>
internal sealed class PulseEnds
{
    /// <summary>An end that is not acknowledged is repeated after this and ever later pauses: each try at a dead unit costs its neighbours a time-out.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (TimeSpan At, TimeSpan Pause)> _ends = [];

    /// <summary>Null when no pulse runs.</summary>
    public TimeSpan? Next => _ends.Count == 0 ? null : _ends.Values.Min(end => end.At);

    public bool Contains(string output) => _ends.ContainsKey(output);

    public IReadOnlyList<string> Due(TimeSpan now) => [.. _ends.Where(end => end.Value.At <= now).Select(end => end.Key)];

    public void Set(string output, TimeSpan at) => _ends[output] = (at, FirstPause);

    public void Remove(string output) => _ends.Remove(output);

    public void Failed(string output, TimeSpan now)
    {
        var pause = _ends[output].Pause;
        _ends[output] = (now + pause, pause * 2 < LongestPause ? pause * 2 : LongestPause);
    }

    /// <summary>The unit answers again: what failed before is tried at once.</summary>
    public void Hurry(TimeSpan now)
    {
        if (_ends.Count == 0)
        {
            return;
        }

        foreach (var (output, (at, pause)) in _ends.Where(end => end.Value.Pause > FirstPause).ToList())
        {
            _ends[output] = (at < now ? at : now, FirstPause);
        }
    }
}
