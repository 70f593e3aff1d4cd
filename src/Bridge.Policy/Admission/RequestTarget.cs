namespace Bridge.Policy.Admission;

/// <summary>Who is asked.</summary>
public enum RequestTarget
{
    Household,
    ControlRoom,
    Office,
}
