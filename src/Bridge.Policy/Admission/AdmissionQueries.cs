using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>What a screen may ask of the state. Nothing here decides: the key press is judged again by itself.</summary>
public static class AdmissionQueries
{
    /// <summary>A name is being checked blind: until that is over this assistant may read nothing about the household.</summary>
    public static bool HidesHousehold(AdmissionState state, ActorId actor, HouseholdId household) => state.Cases.Values.Any(one =>
        one is { Category: Category.SelfDeclaredResident, Status: CaseStatus.Open or CaseStatus.Waiting or CaseStatus.Verifying or CaseStatus.Cleared }
        && one.Household?.Household == household && one.Owner == actor);

    /// <summary>Which record somebody gets who was not let in; null for the journal alone.</summary>
    public static RecordForm? RecordWhenRefused(Category category) => RecordPolicy.RefusedForm(category);

    /// <summary>What the nearest row of the matrix still lacks; empty when the key is live. Of two that are equally near the one that was begun is meant.</summary>
    public static ImmutableList<EvidenceKind> Missing(CaseState one, TimeSpan now) => EvidenceMatrix.Rows
        .Where(row => EvidenceCheck.Fits(row, one))
        .Select(row => (Needs: EvidenceCheck.Needs(row, one), Lacks: EvidenceCheck.Needs(row, one).RemoveAll(kind => EvidenceCheck.Holds(one, kind, now))))
        .OrderBy(row => row.Lacks.Count).ThenByDescending(row => row.Needs.Count - row.Lacks.Count)
        .Select(row => row.Lacks)
        .FirstOrDefault([]);

    /// <summary>The first moment at which the key of a cleared case is dead again, on <see cref="Moment.Elapsed"/>; null while it is dead.</summary>
    public static TimeSpan? OpenUntil(CaseState one, TimeSpan now) => one.Status == CaseStatus.Cleared ? EvidenceCheck.CompleteUntil(one, now) : null;
}
