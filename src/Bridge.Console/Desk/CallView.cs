namespace Bridge.Console.Desk;

/// <summary>A call at a door station of the lobby.</summary>
public sealed record CallView(string Panel, CallStage Stage, string? Unit, long? Case, TimeSpan Age);
