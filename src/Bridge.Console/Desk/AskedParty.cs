namespace Bridge.Console.Desk;

/// <summary>Who is asked.</summary>
public enum AskedParty
{
    Household,
    ControlRoom,
    Office,
}
