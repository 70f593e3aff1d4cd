using Bridge.Policy.Admission;

namespace Bridge.Policy.Alarms;

/// <summary>One alarm. Whether its cause still stands is the door's to say, and not kept twice.</summary>
/// <param name="Door">Null for a fire.</param>
/// <param name="RaisedAt">The latest time that its cause was told.</param>
/// <param name="Times">How often that was since it was raised first.</param>
public sealed record AlarmState(AlarmId Alarm, AlarmCause Cause, DoorId? Door, Moment RaisedAt, int Times)
{
    public ActorId? ClaimedBy { get; init; }

    /// <summary>Who has seen it; null also when its cause came again since.</summary>
    public ActorId? AcknowledgedBy { get; init; }

    public ActorId? ClosedBy { get; init; }

    public SealedPerson? Comment { get; init; }

    /// <summary>How often it was told again since it was last raised.</summary>
    public int Repeats { get; init; }

    /// <summary>When it is told again, or forgotten when it is closed; on <see cref="Moment.Elapsed"/>.</summary>
    public TimeSpan DueAt { get; init; }

    public bool IsClosed() => ClosedBy is not null;
}
