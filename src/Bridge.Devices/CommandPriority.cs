namespace Bridge.Devices;

/// <summary>The order in which a line takes waiting work; polls come after all of these.</summary>
public enum CommandPriority
{
    Fire,
    Lock,
    Indicator,
}
