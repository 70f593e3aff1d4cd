namespace Bridge.Policy.Credentials;

/// <summary>An enrolment decides nothing at any door; that it was, by whom and how it ended has to be told.</summary>
internal static class ReaderEnrolmentPolicy
{
    public static BuildingState Tell(BuildingState state, PolicyInput.ReaderEnrolment input, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(Kind(input.Step), draft.At)
        {
            Door = input.AccessPoint is { } point ? state.Rules.AccessPoints.GetValueOrDefault(point)?.Door : null,
            AccessPoint = input.AccessPoint,
            Actor = input.Actor,
            Detail = input.Detail,
        });
        return state;
    }

    private static EventKind Kind(EnrolmentStep step) => step switch
    {
        EnrolmentStep.Started => EventKind.ReaderEnrolmentStarted,
        EnrolmentStep.Enrolled => EventKind.ReaderEnrolled,
        EnrolmentStep.Ended => EventKind.ReaderEnrolmentEnded,
    };
}
