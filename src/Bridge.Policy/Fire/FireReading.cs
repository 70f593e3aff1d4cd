namespace Bridge.Policy.Fire;

/// <summary>What a fire input says. A fault (line cut) is not "no fire".</summary>
public enum FireReading
{
    Normal,
    Alarm,
    Fault,
}
