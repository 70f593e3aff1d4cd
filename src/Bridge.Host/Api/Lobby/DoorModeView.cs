using Bridge.Policy.Doors;

namespace Bridge.Host.Api.Lobby;

/// <summary>A door after somebody asked for a mode: what is commanded now, and what the lock said at that moment, which may still be the old word.</summary>
/// <param name="SecondNeeded">Nothing has changed yet: a second person has to ask for the same.</param>
public sealed record DoorModeView(string Door, DoorMode Mode, LockPhysicalState Lock, bool Online, bool SecondNeeded);
