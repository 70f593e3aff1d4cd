namespace Bridge.Devices.Profiles;

/// <summary>A register that makes the device show or sound something.</summary>
/// <param name="Values">Feedback name to register value; names compare without case.</param>
public sealed record Indicator(string Name, ushort Address, IReadOnlyDictionary<string, ushort> Values);
