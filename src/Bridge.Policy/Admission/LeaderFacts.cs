namespace Bridge.Policy.Admission;

/// <summary>An entry of the list of leaders. Both days are included.</summary>
public sealed record LeaderFacts(LeaderId Leader, DateOnly? From, DateOnly? Until);
