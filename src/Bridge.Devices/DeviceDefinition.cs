namespace Bridge.Devices;

/// <summary>One unit on a line.</summary>
/// <param name="Unit">The Modbus unit address, 1 to 247 (0 and 255 where the device wants it on TCP).</param>
/// <param name="Profile">The name of a device profile.</param>
/// <param name="PollInterval">The pace at which its inputs are read.</param>
/// <param name="ResponseTimeout">How long to wait for an answer; null for the line's computed default.</param>
/// <param name="Points">The points that are used, with what the site says about each; only these are polled.</param>
public sealed record DeviceDefinition(
    DeviceId Device,
    byte Unit,
    string Profile,
    TimeSpan PollInterval,
    TimeSpan? ResponseTimeout,
    IReadOnlyList<PointDefinition> Points);
