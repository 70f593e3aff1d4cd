namespace Bridge.Simulation.Oracles;

/// <summary>What the oracle expects of one read.</summary>
/// <param name="Pulse">The length of the pulse that may follow, if it is granted and the door is not held anyway.</param>
/// <param name="IsDuress">Granted under duress: the silent alarm must follow.</param>
internal sealed record Foretold(string AccessPoint, string Door, Outcome Outcome, TimeSpan? Pulse, bool IsDuress);
