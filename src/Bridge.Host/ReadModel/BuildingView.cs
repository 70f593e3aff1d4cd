using System.Collections.Immutable;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.ReadModel;

/// <summary>What the engine knows after a turn: immutable, replaced whole, read by everybody who shows or tells something.</summary>
/// <param name="Head">The last journal entry that this state contains.</param>
/// <param name="Degraded">The journal cannot be written; what is shown may not be on disk.</param>
public sealed record BuildingView(
    BuildingState State,
    ImmutableDictionary<DoorId, DoorAges> Ages,
    ImmutableList<RecentEvent> Recent,
    JournalPosition Head,
    bool Degraded,
    DateTimeOffset ObservedAt);
