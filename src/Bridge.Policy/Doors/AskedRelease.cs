namespace Bridge.Policy.Doors;

/// <summary>One person asked to end a lock-down; a second one has to ask too before this is over.</summary>
public sealed record AskedRelease(ActorId By, TimeSpan Until);
