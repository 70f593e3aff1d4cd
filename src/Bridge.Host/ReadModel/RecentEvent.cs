using Bridge.Policy;

namespace Bridge.Host.ReadModel;

/// <summary>An event that was just announced, with its number in the journal, or none while it is held in memory only; newest last in a list.</summary>
public sealed record RecentEvent(long? Sequence, BuildingEvent Event);
