namespace Bridge.Simulators.Intercoms;

/// <summary>An intercom whose contacts hang on inputs of Modbus units; points are written device.point.</summary>
/// <param name="Buttons">Contacts of its own for each of these units.</param>
public sealed record ContactIntercomPlan(
    string Id, string? Call = null, string? Hook = null, string? Unlock = null, string? Tamper = null, IReadOnlyDictionary<string, ButtonPlan>? Buttons = null);
