namespace Bridge.Simulators.Devices;

/// <summary>One time that an output was energised, as the device itself saw it.</summary>
/// <param name="At">When it switched on, on the building's clock.</param>
/// <param name="Energised">How long, so far if <paramref name="EndedBy"/> is null.</param>
/// <param name="Commands">Commands that started or prolonged it: two mean that a pulse was sent twice.</param>
public sealed record Activation(string Device, string Output, TimeSpan At, DateTimeOffset StartedAt, TimeSpan Energised, int Commands, ActivationEnd? EndedBy);
