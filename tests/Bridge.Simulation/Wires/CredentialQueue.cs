using Bridge.Devices;
using Bridge.Simulation.Residents;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Wires;

/// <summary>Takes reads out of a keypad lock's memory one at a time, as the product's driver promises to: told, stored, confirmed, forgotten.</summary>
internal sealed class CredentialQueue(KeypadLock device, PointId source, TimeProvider time)
{
    private static readonly TimeSpan AgeUnit = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<uint> waitingAtContact = [];
    private uint? offered;
    private uint? confirmed;

    public bool HasWork => device.Memory.Kept.Count > 0;

    /// <summary>At contact and after a restart of the device.</summary>
    public void Start()
    {
        offered = null;
        waitingAtContact.Clear();
        waitingAtContact.UnionWith(device.Memory.Kept.Select(Number));
    }

    public void Confirm(uint number) => confirmed = number;

    /// <param name="isLost">Whether the weather takes the request to forget.</param>
    public void Advance(Func<DeviceEvent, bool> offer, Func<bool> isLost)
    {
        while (device.Memory.Kept is [var oldest, ..])
        {
            var number = Number(oldest);
            if (confirmed == number)
            {
                if (isLost() || !SlaveCommand.Forget(device, oldest.Sequence))
                {
                    return;
                }

                offered = null;
                continue;
            }

            if (offered != number && offer(Event(oldest, number)))
            {
                offered = number;
            }

            return;
        }
    }

    private DeviceEvent.CredentialRead Event(PresentedCredential read, uint number)
    {
        CredentialData data = read.Kind == CredentialKind.Card
            ? new CredentialData.Card(RegisterFile.Bytes(read.Text), read.Text.Length)
            : new CredentialData.Pin(read.Text);
        var age = AgeUnit * Math.Floor((device.Surroundings.Elapsed - read.At) / AgeUnit);
        return new DeviceEvent.CredentialRead(source, time.GetTimestamp(), data, number, age, waitingAtContact.Contains(number));
    }

    // A restarted device counts from 1 again: the boot number keeps its reads apart.
    private static uint Number(PresentedCredential read) => ((uint)read.BootNumber << 16) | read.Sequence;
}
