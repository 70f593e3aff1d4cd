namespace Bridge.Console.Supervision;

/// <summary>Why somebody asks for a mode.</summary>
public enum ModeCause
{
    Threat,
    Maintenance,
    Event,
    Drill,
    Other,
}
