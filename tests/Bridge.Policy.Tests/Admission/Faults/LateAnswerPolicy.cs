using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A policy that takes an answer to a question that was withdrawn, overtaken by a new one, or answered before.</summary>
sealed class LateAnswerPolicy
{
    readonly Dictionary<RequestId, (CaseId Case, Request Request)> asked = [];

    public Decision Decide(BuildingState state, PolicyInput input)
    {
        var decision = BuildingPolicy.Decide(Reopened(state, input), input);
        foreach (var one in decision.Next.Admission.Cases.Values)
        {
            if (one.Request is { } open)
            {
                asked[open.Id] = (one.Case, open);
            }
        }

        return decision;
    }

    BuildingState Reopened(BuildingState state, PolicyInput input) =>
        input is PolicyInput.RequestActed { Act: RequestAct.Reply { Answer: Answer.Yes, Request: var id } } && asked.TryGetValue(id, out var late)
        && state.Admission.Cases.TryGetValue(late.Case, out var one) && one.Request?.Id != id && one.Grants.IsEmpty && !one.Ended
            ? DeskFaults.With(state, one with { Status = CaseStatus.Waiting, Request = late.Request })
            : state;
}
