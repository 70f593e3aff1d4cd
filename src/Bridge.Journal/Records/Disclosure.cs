namespace Bridge.Journal.Records;

/// <summary>That somebody looks at a person's data in full: who, whose, and why. It goes into the journal.</summary>
/// <param name="Person">The id of the row.</param>
/// <param name="Actor">The account.</param>
/// <param name="Reason">A code or a short sentence; no names.</param>
/// <param name="ToAuditor">An auditor also sees rows that are kept for a law or an open matter.</param>
public sealed record Disclosure(string Person, string Actor, string Reason, bool ToAuditor)
{
    public const string EntryKind = "PersonUnmasked";

    /// <summary>Canonical JSON for <see cref="JournalEntry.Body"/>.</summary>
    public string EntryBody => CanonicalText.Of(new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["actor"] = Actor,
        ["person"] = Person,
        ["reason"] = Reason,
        ["toAuditor"] = ToAuditor,
    });
}
