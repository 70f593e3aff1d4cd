using System.Diagnostics;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>The way in for everything that concerns a desk. What ran out before it goes first.</summary>
internal static class AdmissionPolicy
{
    public static BuildingState Decide(BuildingState state, PolicyInput input, DecisionDraft draft)
    {
        var current = AdmissionTimers.Advance(state, draft);
        return input switch
        {
            PolicyInput.CaseActed acted => CasePolicy.Decide(current, acted, draft),
            PolicyInput.RequestActed acted => AnswerPolicy.Decide(current, acted, draft),
            PolicyInput.GateActed acted => AnnouncementPolicy.Decide(current, acted, draft),
            PolicyInput.TourActed acted => TourPolicy.Decide(current, acted, draft),
            PolicyInput.AlertActed acted => AlertPolicy.Decide(current, acted, draft),
            PolicyInput.CallTold told => CallPolicy.Decide(current, told.Notice, draft),
            PolicyInput.RecordStored stored => PassPolicy.Stored(current, stored, draft),
            PolicyInput.SecurityNoticed noticed => Note(current, noticed, draft),
            _ => throw new UnreachableException($"No rule for {input.GetType().Name} at a desk."),
        };
    }

    /// <summary>After everything else: cases follow their doors, and the next timer is known exactly.</summary>
    public static BuildingState Settle(BuildingState before, BuildingState after, DecisionDraft draft)
    {
        var followed = CaseFollowing.Follow(after, draft);
        // Stryker disable once Conditional : it spares the search for the next timer when nothing at the desks has changed
        return ReferenceEquals(before.Admission, followed.Admission) && ReferenceEquals(before.Rules, followed.Rules)
            ? followed
            : followed.With(AdmissionDue.Rescanned(followed)).Rescanned();
    }

    private static BuildingState Note(BuildingState state, PolicyInput.SecurityNoticed input, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(EventKind.SecurityNoticed, draft.At)
        {
            Actor = input.Actor, Admission = new AdmissionFacts { Matter = input.Matter }, Detail = input.Detail,
        });
        return state;
    }
}
