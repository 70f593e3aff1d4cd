namespace Bridge.Journal.Residents;

/// <param name="ValidUntil">The last day.</param>
public sealed record StaffBadge(string Number, string Name, string Department, BadgeStatus Status, DateOnly? ValidUntil)
{
    public override string ToString() => Number;
}
