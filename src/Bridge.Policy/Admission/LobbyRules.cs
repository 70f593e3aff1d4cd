using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>One lobby: what its desk may open and whom it calls with.</summary>
/// <param name="Panels">Its door stations, and whether each can be told to call a unit.</param>
public sealed record LobbyRules(
    LobbyId Lobby, ImmutableSortedSet<DoorId> Doors, ImmutableSortedDictionary<PanelId, PanelRules> Panels, ImmutableList<HandsetId> Handsets);
