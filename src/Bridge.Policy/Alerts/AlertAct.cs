using Bridge.Policy.Admission;

namespace Bridge.Policy.Alerts;

/// <summary>What the patrol does with a task. The hierarchy is closed.</summary>
public abstract record AlertAct(AlertId Alert)
{
    public sealed record Acknowledge(AlertId Alert) : AlertAct(Alert);

    /// <summary>It goes to the next handset.</summary>
    public sealed record Decline(AlertId Alert) : AlertAct(Alert);

    public sealed record EnRoute(AlertId Alert) : AlertAct(Alert);

    public sealed record OnScene(AlertId Alert) : AlertAct(Alert);

    public sealed record Finish(AlertId Alert, AlertResult Result) : AlertAct(Alert)
    {
        /// <summary>By the phone's clock, where it says when the key was pressed: it may have had no link since.</summary>
        public DateTimeOffset? PressedAt { get; init; }
    }

    /// <summary>The desk reached the patrol on the radio instead.</summary>
    /// <param name="Answered">The sealed name of who answered.</param>
    public sealed record CalledByRadio(AlertId Alert, SealedPerson Answered) : AlertAct(Alert);
}
