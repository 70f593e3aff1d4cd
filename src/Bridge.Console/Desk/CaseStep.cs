namespace Bridge.Console.Desk;

/// <summary>Something that was told of a case.</summary>
/// <param name="Kind">The name in the journal.</param>
public sealed record CaseStep(DateTimeOffset At, string Kind, string? Reason);
