namespace Bridge.Policy.Admission;

/// <summary>What the register says of a staff badge. The last day is included.</summary>
public sealed record BadgeFacts(BadgeId Badge, DocumentStatus Status, DateOnly? Until);
