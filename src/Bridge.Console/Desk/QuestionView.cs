namespace Bridge.Console.Desk;

/// <summary>An open question of a case.</summary>
/// <param name="Age">Since it was asked, at the moment of the picture.</param>
/// <param name="Limit">After this long it counts as unanswered, or the next step of its escalation is taken.</param>
public sealed record QuestionView(long Id, AskedParty Party, int Attempt, bool Acknowledged, TimeSpan Age, TimeSpan Limit)
{
    /// <summary>Its call goes on now and may be answered by word of mouth.</summary>
    public bool CallBound { get; init; }
}
