using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Control;

/// <summary>A device as somebody standing in front of it sees it.</summary>
/// <param name="Feedback">What a keypad shows; null on devices without one.</param>
/// <param name="Unread">Reads that wait in a keypad lock; null on other devices.</param>
public sealed record DeviceView(
    string Id,
    byte Unit,
    string Model,
    int BootNumber,
    long Requests,
    IReadOnlyDictionary<string, bool> Outputs,
    IReadOnlyDictionary<string, bool> Inputs,
    int? Feedback,
    int? Unread)
{
    public static DeviceView Of(ModbusSlave device) => new(
        device.Id,
        device.Unit,
        device.Model,
        device.BootNumber,
        device.Requests,
        device.Outputs.ToDictionary(each => each.Key, each => each.Value.IsOn),
        device.Inputs.ToDictionary(each => each.Key, each => each.Value.IsOn),
        (device as KeypadLock)?.Feedback,
        (device as KeypadLock)?.Memory.Kept.Count);
}
