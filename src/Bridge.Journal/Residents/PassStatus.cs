namespace Bridge.Journal.Residents;

/// <summary>The numbers stand in the file.</summary>
public enum PassStatus
{
    Valid = 1,
    Lost = 2,
    Withdrawn = 3,
    Stopped = 4,
}
