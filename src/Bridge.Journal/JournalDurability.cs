namespace Bridge.Journal;

/// <summary>For tests only: whether a commit is synced before it is told.</summary>
internal enum JournalDurability
{
    Full,

    /// <summary>The positive control of crash tests: it must lose entries.</summary>
    Off,
}
