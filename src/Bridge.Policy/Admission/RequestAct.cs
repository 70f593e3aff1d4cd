namespace Bridge.Policy.Admission;

/// <summary>What the control room and the office do with a question. The hierarchy is closed.</summary>
public abstract record RequestAct(RequestId Request)
{
    /// <summary>Somebody took it on.</summary>
    public sealed record Acknowledge(RequestId Request) : RequestAct(Request);

    /// <param name="HeadCount">For how many people; null: as many as were asked for.</param>
    /// <param name="Reason">Sealed, and never shown to the lobby.</param>
    public sealed record Reply(RequestId Request, Answer Answer, int? HeadCount, SealedPerson? Reason) : RequestAct(Request);
}
