namespace Bridge.Policy.Admission;

/// <summary>One open question to one party.</summary>
/// <param name="Asked">Who asked: nobody answers his own question.</param>
/// <param name="Attempt">Which attempt to reach a household this is, from 1.</param>
/// <param name="Station">Which of the household's stations is called, from 1.</param>
public sealed record Request(RequestId Id, RequestTarget Target, ActorId Asked, TimeSpan At, int Attempt, int Station, int HeadCount)
{
    /// <summary>The call that belongs to it; null until one began after the question was asked.</summary>
    public CallOfCase? Call { get; init; }

    /// <summary>Who took it on; null while nobody has.</summary>
    public ActorId? AcknowledgedBy { get; init; }

    /// <summary>How many steps of its escalation have been told.</summary>
    public int Escalations { get; init; }

    /// <summary>When the next step of its escalation, or the end of the ringing, is due.</summary>
    public TimeSpan? Due { get; init; }
}
