namespace Bridge.Journal.Residents;

/// <summary>The numbers stand in the file.</summary>
public enum ResidentKind
{
    Owner = 1,
    Occupant = 2,
}
