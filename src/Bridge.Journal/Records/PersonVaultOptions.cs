namespace Bridge.Journal.Records;

/// <param name="Journal">The journal, which holds the sealed rows. It is opened by whoever writes it.</param>
/// <param name="Keys">The file of their keys, readable by the service alone; its backups are kept apart and not as long as the journal's.</param>
/// <param name="Site">A file of keys is of no use at another site.</param>
public sealed record PersonVaultOptions(string Journal, string Keys, string Site)
{
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For tests only: told the name of each step of an erasure before it is done.</summary>
    internal Action<string>? Before { get; init; }

    internal JournalDurability Durability { get; init; }

    internal string Synchronous => Durability == JournalDurability.Full ? "FULL" : "OFF";
}
