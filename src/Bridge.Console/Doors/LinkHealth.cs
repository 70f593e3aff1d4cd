namespace Bridge.Console.Doors;

/// <summary>Whether something the service stands on works.</summary>
public enum LinkHealth
{
    /// <summary>Not tried yet since the start.</summary>
    Unknown,
    Up,
    Down,
}
