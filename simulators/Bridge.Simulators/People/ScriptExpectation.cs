namespace Bridge.Simulators.People;

/// <summary>What a whole script must come to, counted.</summary>
public sealed record ScriptExpectation(int Granted, IReadOnlyDictionary<string, int> Denied, IReadOnlyDictionary<string, int> Alarms);
