namespace Bridge.Journal.Residents;

/// <summary>A row of the register's own history: who touched what, and never what it said.</summary>
/// <param name="Subject">The id or number of the row.</param>
/// <param name="Fields">Names of fields.</param>
public sealed record RegisterChange(
    long Id, DateTimeOffset At, string Actor, RegisterList List, string Subject, RegisterChangeAct Act, IReadOnlyList<string> Fields);
