namespace Bridge.Journal.Records;

/// <summary>
/// What an erasure did. The answer for somebody who was never here is the same as for somebody erased before; the host appends <see cref="EntryBody"/> to
/// the journal.
/// </summary>
/// <param name="Asked">Rows that were asked for, whether or not there were any.</param>
/// <param name="Restricted">Of them kept, for a law or an open matter.</param>
/// <param name="LogEmptied">Nothing is left in the files' logs. False while somebody reads an older state; the next run tries again.</param>
public sealed record Erasure(int Asked, int Restricted, bool LogEmptied)
{
    public const string EntryKind = "PersonErased";

    /// <summary>Canonical JSON for <see cref="JournalEntry.Body"/>: how many, why, and by whom; not whose.</summary>
    /// <param name="ground">A code, for example <c>request</c> or <c>retention</c>.</param>
    public string EntryBody(string ground, string actor) => CanonicalText.Of(new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["actor"] = actor,
        ["count"] = Asked - Restricted,
        ["ground"] = ground,
    });
}
