using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Contacts;

namespace Bridge.Devices.Doors;

/// <summary>What outlives a session: what the host has been told of a unit's contact, what it could not take yet, what it has
/// confirmed, and which pulses are still to be ended.</summary>
internal sealed class UnitMemory(DeviceId device)
{
    /// <summary>A device that keeps finding fault must not fill the memory of a host that does not listen.</summary>
    private const int MostRemarks = 16;

    /// <summary>Far more than a device keeps: what it has lost since is never asked for again and must not stay for ever.</summary>
    private const int MostConfirmed = 1024;

    private readonly List<DeviceEvent> _unsaid = [];
    private bool _lastSaidIsOffline;
    private readonly Lock _gate = new();
    private readonly List<uint> _confirmed = [];

    public PulseEnds PulseEnds { get; } = new();

    public UnitFigures Figures { get; } = new();

    /// <summary>The intercoms whose contacts hang on it; null where there can be none.</summary>
    public ContactPanels? Panels { get; init; }

    public bool HasUnsaid => _unsaid.Count > 0;

    public int Unsaid => _unsaid.Count;

    /// <summary>The host has stored this read. From any thread.</summary>
    public void Confirm(uint number)
    {
        lock (_gate)
        {
            if (_confirmed.Count == MostConfirmed)
            {
                _confirmed.RemoveAt(0);
            }

            _confirmed.Add(number);
        }
    }

    /// <summary>The host has stored it and the device has not been told to forget it yet.</summary>
    public bool IsConfirmed(uint number)
    {
        lock (_gate)
        {
            return _confirmed.Contains(number);
        }
    }

    /// <summary>The device has been told to forget it.</summary>
    public void Forgotten(uint number)
    {
        lock (_gate)
        {
            _confirmed.RemoveAll(each => each == number);
        }
    }

    public void WentOnline(long at) => _unsaid.Add(new DeviceEvent.Online(device, at));

    /// <summary>Told in its turn.</summary>
    public void Tell(DeviceEvent told) => _unsaid.Add(told);

    /// <summary>Its contacts are not known any more: what becomes of a call that is open will not be heard.</summary>
    public void EndCalls(IntercomEndReason reason, long at)
    {
        if (Panels is not null)
        {
            _unsaid.AddRange(Panels.Lose(reason, at));
        }
    }

    /// <summary>The calls' watchdogs, and the bells that have stopped.</summary>
    public void PassCalls(TimeSpan now, long at)
    {
        if (Panels is { IsEmpty: false })
        {
            _unsaid.AddRange(Panels.Pass(now, at));
        }
    }

    /// <summary>What the host takes of the inputs is what the calls are made of.</summary>
    public Func<DeviceEvent, bool> HearingContacts(Func<DeviceEvent, bool> offer, MonotonicClock clock) =>
        Panels is { IsEmpty: false } ? Hearing(Panels, offer, clock) : offer;

    /// <summary>Said once per outage; a return that nobody heard of does not make it two.</summary>
    public void WentOffline(long at, string reason)
    {
        EndCalls(IntercomEndReason.Fault, at);
        _unsaid.RemoveAll(unsaid => unsaid is DeviceEvent.Online);
        var known = _lastSaidIsOffline || _unsaid.Exists(unsaid => unsaid is DeviceEvent.Offline);
        if (!known)
        {
            _unsaid.Add(new DeviceEvent.Offline(device, at, reason));
        }
    }

    public void KeySettled(bool isPending, long at) => _unsaid.Add(new DeviceEvent.KeySettled(device, at, isPending));

    public void Remark(DeviceRemark kind, string detail, long at)
    {
        var remarks = _unsaid.OfType<DeviceEvent.Remark>().ToList();
        if (remarks.Count < MostRemarks && !remarks.Exists(remark => remark.Kind == kind && remark.Detail == detail))
        {
            _unsaid.Add(new DeviceEvent.Remark(device, at, kind, detail));
        }
    }

    /// <summary>False when the host has no room; what is left is said later, in the same order.</summary>
    public bool Say(Func<DeviceEvent, bool> offer)
    {
        while (_unsaid.Count > 0)
        {
            var next = _unsaid[0];
            if (!offer(next))
            {
                return false;
            }

            _unsaid.RemoveAt(0);
            _lastSaidIsOffline = next is DeviceEvent.Offline || (next is not DeviceEvent.Online && _lastSaidIsOffline);
        }

        return true;
    }

    private Func<DeviceEvent, bool> Hearing(ContactPanels panels, Func<DeviceEvent, bool> offer, MonotonicClock clock) => told =>
    {
        if (!offer(told))
        {
            return false;
        }

        if (told is DeviceEvent.InputRead input)
        {
            _unsaid.AddRange(panels.Take(input, clock.Now));
        }

        return true;
    };
}
