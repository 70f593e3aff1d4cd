namespace Bridge.Journal;

/// <summary>The host's state as it was after the entry at <paramref name="Position"/>; entries after it are to be replayed onto it.</summary>
public sealed record JournalSnapshot(JournalPosition Position, string State);
