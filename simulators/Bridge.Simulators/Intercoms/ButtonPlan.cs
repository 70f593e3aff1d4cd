namespace Bridge.Simulators.Intercoms;

/// <summary>The contacts of one unit's line; a missing one is shared with the others, where there is one.</summary>
public sealed record ButtonPlan(string Call, string? Hook = null, string? Unlock = null);
