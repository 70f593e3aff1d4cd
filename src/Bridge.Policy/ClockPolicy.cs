namespace Bridge.Policy;

/// <summary>Says once that the clock is in doubt, and once that it is not any more. What is judged meanwhile goes by <see cref="Moment.Judged"/>.</summary>
internal static class ClockPolicy
{
    public static BuildingState Watch(BuildingState state, PolicyInput input, DecisionDraft draft)
    {
        if (input.At.IsInDoubt() == state.ClockInDoubt)
        {
            return state;
        }

        draft.Announce(new BuildingEvent(state.ClockInDoubt ? EventKind.ClockRestored : EventKind.ClockInDoubt, input.At)
        {
            Actor = (input as PolicyInput.ClockAccepted)?.Actor,
        });
        return state with { ClockInDoubt = input.At.IsInDoubt() };
    }
}
