namespace Bridge.Policy.Doors;

/// <summary>Why somebody changed a door's mode. A code, because the journal holds no free text.</summary>
public enum ModeReason
{
    Threat,
    Maintenance,
    Event,
    Drill,
    Other,
}
