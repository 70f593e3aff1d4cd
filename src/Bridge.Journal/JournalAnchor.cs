using System.Globalization;

namespace Bridge.Journal;

/// <summary>
/// What stands for the entries that retention deleted: the chain starts here. The host appends it as an entry of kind <see cref="EntryKind"/> with
/// <see cref="EntryBody"/>, so that the deletion itself is in the chain.
/// </summary>
/// <param name="Position">The last deleted entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Deleted">Entries deleted since the journal began.</param>
public sealed record JournalAnchor(JournalPosition Position, ReadOnlyMemory<byte> Hash, long Deleted)
{
    public const string EntryKind = "JournalPruned";

    /// <summary>Canonical JSON for <see cref="JournalEntry.Body"/>.</summary>
    public string EntryBody => $$"""{{{EntryMark}},"deleted":{{Deleted.ToString(CultureInfo.InvariantCulture)}}}""";

    internal string EntryMark => string.Create(
        CultureInfo.InvariantCulture,
        $"\"throughEpoch\":{Position.Epoch},\"throughSequence\":{Position.Sequence},\"hash\":\"{Convert.ToHexStringLower(Hash.Span)}\"");
}
