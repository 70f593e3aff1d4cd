namespace Bridge.Journal.Residents;

/// <summary>The lists of the register.</summary>
public enum ResidentList
{
    Households,
    Members,
    Stations,
    Leaders,
    Badges,
    Passes,
    Tours,
    Duty,
}
