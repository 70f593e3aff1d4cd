namespace Bridge.Simulation.Sites;

/// <summary>Which doors, and when.</summary>
internal sealed record PlannedLevel(string Id, IReadOnlySet<string> Doors, string Schedule);
