namespace Bridge.Policy.Admission;

/// <summary>What the register says of a resident.</summary>
public enum ResidentStanding
{
    Active,
    MovedOut,
    Barred,
}
