using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp;

/// <summary>Where a person may send a reader.</summary>
internal static class RelocationRules
{
    /// <summary>Why not; null when it may go.</summary>
    public static string? Problem(DeviceCommand.SetCommunication command, IReadOnlyList<PeripheralPlan> peripherals, LinkDefinition link) =>
        command.Address > FrameLayout.HighestAddress ? $"an OSDP address is 0 to {FrameLayout.HighestAddress}, not {command.Address}"
        : !OsdpLineRules.IsSpeed(command.BitsPerSecond) ? $"{command.BitsPerSecond} is no OSDP speed"
        : peripherals.FirstOrDefault(plan => plan.Address == command.Address && plan.Device != command.Point.Device) is { } other
            ? $"address {command.Address} belongs to {other.Device}"
        : link is LinkDefinition.Serial serial && serial.Baud != command.BitsPerSecond && peripherals.Count > 1
            ? $"at {command.BitsPerSecond} bit/s the {peripherals.Count - 1} other readers of this line would not be heard: connect it alone"
        : null;
}
