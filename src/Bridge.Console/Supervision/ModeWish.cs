namespace Bridge.Console.Supervision;

/// <summary>What a person asks of a door, with his reason.</summary>
/// <param name="Note">Words beside the reason, sealed.</param>
/// <param name="Minutes">How long an unlocking lasts; null for everything else.</param>
public sealed record ModeWish(string Door, ModeKey Key, ModeCause Cause, string? Note, int? Minutes);
