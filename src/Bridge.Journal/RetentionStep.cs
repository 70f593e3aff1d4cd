namespace Bridge.Journal;

/// <param name="Deleted">Entries deleted by this step.</param>
/// <param name="Anchor">Where the chain starts now; null when nothing has ever been deleted.</param>
/// <param name="Finished">Nothing more can be deleted for this date now.</param>
/// <param name="HeldBack">Why entries older than the date are kept; null when there are none.</param>
public sealed record RetentionStep(int Deleted, JournalAnchor? Anchor, bool Finished, string? HeldBack);
