using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Building;

/// <summary>One line. <paramref name="Port"/> 0 picks a free one; <paramref name="Path"/> is where a terminal's link is made, null for a fresh one; <paramref name="Pace"/> is for OSDP lines.</summary>
public sealed record LinePlan(string Id, LineKind Kind, IReadOnlyList<DevicePlan> Devices, int Port = 0, string? Path = null, LinePace? Pace = null);
