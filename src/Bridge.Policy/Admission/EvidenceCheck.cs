using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>Holds a case against the evidence matrix.</summary>
internal static class EvidenceCheck
{
    /// <summary>The row that has everything it needs now; null: nothing opens.</summary>
    public static EvidenceRow? Complete(CaseState one, TimeSpan now) =>
        EvidenceMatrix.Rows.Find(row => Fits(row, one) && Needs(row, one).All(kind => Holds(one, kind, now)));

    /// <summary>The pieces that a row rests on.</summary>
    public static ImmutableList<Evidence> Of(EvidenceRow row, CaseState one) => one.Evidence.FindAll(piece => Needs(row, one).Contains(piece.Kind));

    public static bool Fits(EvidenceRow row, CaseState one) =>
        row.Category == one.Category && (row.SpecialHousehold is not { } special || special == (one.Household?.ThroughControlRoom ?? false));

    public static ImmutableList<EvidenceKind> Needs(EvidenceRow row, CaseState one) =>
        row.WhenOnFile is { } more && one.AppearanceOnFile ? row.Needs.Add(more) : row.Needs;

    public static bool Holds(CaseState one, EvidenceKind kind, TimeSpan now) => one.Evidence.Exists(piece => piece.Kind == kind && piece.IsValid(now));

    /// <summary>The first moment at which what a cleared case rests on is not complete any more.</summary>
    public static TimeSpan? CompleteUntil(CaseState one, TimeSpan now) =>
        Complete(one, now) is { } row ? Of(row, one).Min(piece => piece.Until) : null;
}
