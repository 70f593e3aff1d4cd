namespace Bridge.Console.Doors;

/// <summary>How loudly something is shown. The colour repeats what icon and words say; it never stands alone.</summary>
public enum Tone
{
    Plain,
    Information,
    Released,
    Doubt,
    Warning,
    Critical,
}
