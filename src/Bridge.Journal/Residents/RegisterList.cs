namespace Bridge.Journal.Residents;

/// <summary>What the register's history is kept of: its lists, and the cards and PINs.</summary>
public enum RegisterList
{
    Households,
    Members,
    Stations,
    Leaders,
    Badges,
    Passes,
    Tours,
    Duty,
    Credentials,
}
