using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A policy that does not look whether evidence was used: as long as it is not too old, the key opens with it again and again.</summary>
sealed class ReusingPolicy
{
    readonly Dictionary<CaseId, CaseState> cleared = [];

    public Decision Decide(BuildingState state, PolicyInput input)
    {
        if (DeskFaults.Pressed(state, input) is not { } one)
        {
            return BuildingPolicy.Decide(state, input);
        }

        if (one.Status == CaseStatus.Cleared)
        {
            cleared[one.Case] = one;
        }

        var unused = (one.WasOpened || one.Status == CaseStatus.Opening) && cleared.TryGetValue(one.Case, out var before)
            ? DeskFaults.With(state, one with { Status = CaseStatus.Cleared, Evidence = before.Evidence })
            : state;
        return BuildingPolicy.Decide(unused, input);
    }
}
