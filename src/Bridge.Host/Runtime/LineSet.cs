using System.Collections.Immutable;
using Bridge.Devices;

namespace Bridge.Host.Runtime;

/// <summary>The lines in use, by device. Replaced whole when the configuration changes.</summary>
public sealed class LineSet
{
    private ImmutableDictionary<DeviceId, IDeviceLine> byDevice = ImmutableDictionary<DeviceId, IDeviceLine>.Empty;

    public IReadOnlyList<IDeviceLine> All => [.. Volatile.Read(ref byDevice).Values.Distinct()];

    public void Use(IEnumerable<KeyValuePair<DeviceId, IDeviceLine>> devices) => Volatile.Write(ref byDevice, devices.ToImmutableDictionary());

    public IDeviceLine? Of(DeviceId device) => Volatile.Read(ref byDevice).GetValueOrDefault(device);

    public void Confirm(ReadReceipt receipt) => Of(receipt.Source.Device)?.Confirm(receipt.Source, receipt.Number);
}
