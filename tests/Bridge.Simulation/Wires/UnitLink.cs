using Bridge.Devices;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Wires;

/// <summary>One unit as its line sees it: what was told of it, and what is new.</summary>
internal sealed class UnitLink(DeviceDefinition definition, ModbusSlave device, Conditions conditions, TimeProvider time)
{
    private const int FailuresUntilOffline = 3;
    private static readonly TimeSpan UnaskedPulse = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, PointReading> told = [];
    private readonly CredentialQueue? reads = device is KeypadLock keypad
        ? new CredentialQueue(keypad, new PointId(definition.Device, "reader"), time)
        : null;

    private int failures;
    private ushort boot;
    private bool started;

    public ModbusSlave Device => device;

    public bool IsToldOnline { get; private set; }

    public bool IsToldOffline { get; private set; }

    /// <summary>The next poll will find something.</summary>
    public bool HasWork => !IsToldOnline && !IsToldOffline || (IsToldOnline && (failures > 0 || reads is { HasWork: true }));

    public void Confirm(uint number) => reads?.Confirm(number);

    public void Missed(Func<DeviceEvent, bool> offer)
    {
        failures++;
        if (failures >= FailuresUntilOffline && !IsToldOffline && offer(new DeviceEvent.Offline(definition.Device, time.GetTimestamp(), "no answer")))
        {
            (IsToldOnline, IsToldOffline, started) = (false, true, false);
            told.Clear();
        }
    }

    public void Answered(Func<DeviceEvent, bool> offer, Func<bool> isLost)
    {
        failures = 0;
        if (!started || (device is KeypadLock && device.BootNumber != boot))
        {
            (started, boot) = (true, device.BootNumber);
            told.Clear();
            reads?.Start();
        }

        if (!IsToldOnline)
        {
            if (!offer(new DeviceEvent.Online(definition.Device, time.GetTimestamp())))
            {
                return;
            }

            (IsToldOnline, IsToldOffline) = (true, false);
            Return();
        }

        foreach (var point in definition.Points)
        {
            Tell(point, offer);
        }

        reads?.Advance(offer, isLost);
    }

    private void Tell(PointDefinition point, Func<DeviceEvent, bool> offer)
    {
        var id = new PointId(definition.Device, point.Point);
        if (device.Inputs.TryGetValue(point.Point, out var input))
        {
            var isSilent = conditions.Sabotage == Sabotage.FireUnheard && point.Point == "input8";
            var reading = Reading(input.IsOn != point.Inverted && !isSilent);
            TellChange(point.Point, reading, () => offer(new DeviceEvent.InputRead(id, time.GetTimestamp(), Twisted(point.Point, input.IsOn, reading))));
        }
        else if (device.Outputs.TryGetValue(point.Point, out var output))
        {
            var reading = Reading(output.IsOn != point.Inverted);
            TellChange(point.Point, reading, () => offer(new DeviceEvent.OutputRead(id, time.GetTimestamp(), reading)));
        }
    }

    private void TellChange(string point, PointReading reading, Func<bool> tell)
    {
        if (told.GetValueOrDefault(point) != reading && tell())
        {
            told[point] = reading;
        }
    }

    private PointReading Twisted(string point, bool isOn, PointReading reading) =>
        conditions.Sabotage == Sabotage.ContactLies && point == "contact" && isOn ? PointReading.Off : reading;

    private void Return()
    {
        if (conditions.Sabotage != Sabotage.ReleasesOnReturn)
        {
            return;
        }

        foreach (var output in device.Outputs.Keys.Where(output => Conditions.IsLock($"{device.Id}.{output}")))
        {
            SlaveCommand.Pulse(device, output, UnaskedPulse);
            conditions.Executed($"{device.Id}.{output}", UnaskedPulse);
        }
    }

    private static PointReading Reading(bool on) => on ? PointReading.On : PointReading.Off;
}
