namespace Bridge.Journal.Residents;

/// <summary>The numbers stand in the file.</summary>
public enum BadgeStatus
{
    Active = 1,
    Suspended = 2,
    Lost = 3,
    Withdrawn = 4,
}
