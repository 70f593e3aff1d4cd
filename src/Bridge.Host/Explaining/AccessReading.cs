using Bridge.Policy;

namespace Bridge.Host.Explaining;

/// <summary>What became of one access: from the grant or the refusal to what the door told under its number.</summary>
internal static class AccessReading
{
    public static Verdict Read(IReadOnlyList<Told> steps)
    {
        if (Last(steps, EventKind.AccessDenied) is { } denied)
        {
            return new Verdict(Outcome.NotOpened, Cause.Denied, denied);
        }

        if (Last(steps, EventKind.AccessGranted) is not { } granted)
        {
            return new Verdict(Outcome.Pending, Cause.Undecided, steps[0].Event);
        }

        var by = granted.Credential is null && granted.Admission is not null ? Cause.Evidence : Cause.Credential;
        if (Last(steps, EventKind.AccessTaken) is not null)
        {
            return new Verdict(Outcome.Opened, by, granted);
        }

        if (Last(steps, EventKind.AccessNotTaken) is not null)
        {
            return new Verdict(Outcome.NotEntered, by, granted);
        }

        if (Last(steps, EventKind.LockReleased) is not null)
        {
            return new Verdict(Outcome.Released, by, granted);
        }

        if (Last(steps, EventKind.ReleaseOutcomeUnknown) is not null)
        {
            return new Verdict(Outcome.Unknown, by, granted);
        }

        return (Last(steps, EventKind.ReleaseRefused) ?? Last(steps, EventKind.ReleaseNotSent)) is { } failed
            ? new Verdict(Outcome.NotOpened, Cause.Failed, failed)
            : new Verdict(Outcome.Pending, Cause.Undecided, granted);
    }

    public static BuildingEvent? Last(IEnumerable<Told> steps, EventKind kind) => steps.LastOrDefault(step => step.Kind == kind)?.Event;
}
