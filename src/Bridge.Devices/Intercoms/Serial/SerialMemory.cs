using Bridge.Devices.Doors;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>What outlives the sessions of a line: the open calls, what is to be told, and what is to be acknowledged.</summary>
internal sealed class SerialMemory(DeviceDefinition definition, uint firstNumber)
{
    private const int MostUnsaid = 64;

    private readonly CallBook _calls = new(definition.Device);
    private readonly HashSet<string> _panels = [.. definition.Points.Select(point => point.Point)];
    private uint? _boot;
    private bool _isRestartKnown;

    public UnitMemory Said { get; } = new(definition.Device);

    public SerialReceipts Receipts => field ??= new SerialReceipts(Said, firstNumber);

    public TimeSpan? NextLimit => _calls.NextLimit;

    /// <summary>The host has enough to do with what was told already: the device keeps what comes and says it again.</summary>
    public bool IsFull => Receipts.IsFull || Said.Unsaid >= MostUnsaid;

    public void Take(IntercomSign sign, TimeSpan now, long stamp)
    {
        var told = _panels.Contains(sign.Panel) ? _calls.Take(sign, now, stamp) : Stranger(sign.Panel, stamp);
        Tell(told);
        if (told.Count == 0)
        {
            Receipts.Settle(sign.Number);
        }
    }

    public void Take(SerialMessage.Health health, uint number, long stamp)
    {
        if (!_panels.Contains(health.Panel))
        {
            Stranger(health.Panel, stamp);
            Receipts.Settle(number);
            return;
        }

        DeviceEvent.IntercomHealth Of(IntercomCondition condition, bool isOn) =>
            new(new PointId(definition.Device, health.Panel), stamp, health.Sequence, condition, isOn);

        Tell(health.Condition is { } condition
            ? [Of(condition, isOn: true) with { Number = number }]
            : [Of(IntercomCondition.Tamper, isOn: false), Of(IntercomCondition.Fault, isOn: false) with { Number = number }]);
    }

    public void Booted(uint? boot, long stamp)
    {
        if (boot is null)
        {
            return;
        }

        if (_boot is not null && boot != _boot && !_isRestartKnown)
        {
            Restarted($"its boot number went from {_boot} to {boot}", stamp);
        }

        _boot = boot;
        _isRestartKnown = false;
    }

    public void BeganAnew(long stamp)
    {
        // Its next beat has another boot number because of this very restart.
        Restarted("it counts its messages from one again", stamp);
        _isRestartKnown = true;
    }

    private void Restarted(string detail, long stamp)
    {
        Receipts.Forget();
        EndCalls(IntercomEndReason.Restart, stamp);
        Said.Remark(DeviceRemark.Restarted, detail, stamp);
    }

    public void Expire(TimeSpan now, long stamp) => Tell(_calls.Expire(now, stamp));

    public void EndCalls(IntercomEndReason reason, long stamp) => Tell(_calls.EndAll(reason, stamp));

    private IReadOnlyList<DeviceEvent.IntercomCall> Stranger(string panel, long stamp)
    {
        Said.Remark(DeviceRemark.Nonsense, $"it speaks of the panel {panel}, which the site file does not know", stamp);
        return [];
    }

    private void Tell(IEnumerable<DeviceEvent> told)
    {
        foreach (var each in told)
        {
            Said.Tell(each);
        }
    }
}
