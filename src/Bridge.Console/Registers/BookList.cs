namespace Bridge.Console.Registers;

/// <summary>The lists of the register; the last one is in its history alone.</summary>
public enum BookList
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
