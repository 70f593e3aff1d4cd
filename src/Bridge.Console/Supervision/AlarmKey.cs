namespace Bridge.Console.Supervision;

/// <summary>What can be done about an alarm.</summary>
public enum AlarmKey
{
    Claim,
    Acknowledge,
    Close,
}
