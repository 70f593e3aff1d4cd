namespace Bridge.Simulators.Building;

/// <summary>Somebody who waits for a door.</summary>
/// <param name="Patience">How long before giving up.</param>
/// <param name="Reaction">From the click of the lock to the pull at the door.</param>
/// <param name="Passage">How long the door stays open behind them.</param>
/// <param name="HoldFor">How long they wedge it open instead; zero for not at all.</param>
public sealed record Visitor(TimeSpan Patience, TimeSpan Reaction, TimeSpan Passage, TimeSpan HoldFor);
