using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Explaining;

/// <summary>What became of a case: the best of its openings, or the reason it ended with, or where it stands.</summary>
internal static class CaseReading
{
    private static readonly Outcome[] BestFirst = [Outcome.Opened, Outcome.NotEntered, Outcome.Released, Outcome.Unknown, Outcome.Pending, Outcome.NotOpened];

    public static Verdict Read(CaseId id, IReadOnlyList<Told> steps)
    {
        var openings = steps
            .Where(step => step.Kind == EventKind.AccessGranted && step.Event!.Admission?.Case == id)
            .Select(step => step.Event!.Access)
            .Select(access => AccessReading.Read([.. steps.Where(step => step.Event?.Access == access)]))
            .ToList();
        var best = openings.MinBy(opening => Array.IndexOf(BestFirst, opening.Outcome));
        var moved = steps.LastOrDefault(step => step.Kind == EventKind.CaseMoved && step.Event!.Admission?.Case == id)?.Event;
        if (best is { Outcome: not Outcome.NotOpened })
        {
            return best;
        }

        if (moved?.Admission?.To is CaseStatus.Refused or CaseStatus.Expired or CaseStatus.Cancelled)
        {
            return new Verdict(Outcome.NotOpened, Cause.Refused, moved);
        }

        return openings.Count > 0
            ? openings[^1]
            : new Verdict(Outcome.Pending, Cause.Waiting, moved ?? Opened(steps), AccessReading.Last(steps, EventKind.ActRefused));
    }

    // A case that nobody has touched stands where it was opened.
    private static BuildingEvent? Opened(IReadOnlyList<Told> steps) => AccessReading.Last(steps, EventKind.CaseOpened) is { Admission: { } facts } opened
        ? opened with { Admission = facts with { To = CaseStatus.Open } }
        : steps[0].Event;
}
