namespace Bridge.Devices.Doors;

/// <summary>
/// What is known of one point, and what has been said of it. A reading that could not be said yet is not queued: the latest one is said when there
/// is room again.
/// </summary>
internal sealed class PointState(TimeSpan debounce)
{
    private PointReading _stable;
    private PointReading _said;
    private PointReading _candidate;
    private TimeSpan _candidateSince;
    private bool _brieflyOn;
    private bool _candidateWasCounted;

    /// <summary>What is to be said next; null when everything has been.</summary>
    public PointReading? Unsaid =>
        _brieflyOn ? PointReading.On
        : _stable != _said ? _stable
        : null;

    /// <summary>A change that has yet to last is watched from this moment on; null when there is none.</summary>
    public TimeSpan? SettlesAt => _candidate == PointReading.Unknown ? null : _candidateSince + debounce;

    public void Sample(PointReading reading, TimeSpan now)
    {
        // It was counted while it was still being watched, and went off again before it had lasted: then the count is all that is left of it.
        _brieflyOn |= _candidateWasCounted && reading == PointReading.Off;
        _candidateWasCounted &= reading == PointReading.On;

        // The first reading after a contact is believed: there is nothing to compare it with.
        if (reading == _stable || _stable == PointReading.Unknown || debounce == TimeSpan.Zero)
        {
            _stable = reading;
            _candidate = PointReading.Unknown;
            return;
        }

        if (reading != _candidate)
        {
            _candidate = reading;
            _candidateSince = now;
            return;
        }

        if (now - _candidateSince >= debounce)
        {
            _candidateWasCounted = false;
            _stable = reading;
            _candidate = PointReading.Unknown;
        }
    }

    /// <summary>
    /// The device's own counter or latch saw it go on and off again between two polls. Nothing is made of what happened before the first reading was
    /// said: the return of a link must not look like somebody pressing a button. A closing that is still being watched is said once, when it has lasted
    /// or when it has gone.
    /// </summary>
    public void WasBrieflyOn()
    {
        if (_stable == PointReading.Off && _said == PointReading.Off)
        {
            _candidateWasCounted |= _candidate == PointReading.On;
            _brieflyOn |= _candidate != PointReading.On;
        }
    }

    public void Said(PointReading reading)
    {
        _said = reading;
        _brieflyOn &= reading != PointReading.On;
    }

    /// <summary>After an outage or a restart of the device nothing is known: everything is read and said again.</summary>
    public void Forget()
    {
        _stable = _said = _candidate = PointReading.Unknown;
        _brieflyOn = _candidateWasCounted = false;
    }
}
