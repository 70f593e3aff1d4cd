namespace Bridge.EndToEnd.Tests.Running;

/// <summary>What can be had of the intercom at the lobby's door.</summary>
public enum IntercomKind
{
    /// <summary>It tells its calls over a serial line and dials when it is told to.</summary>
    Serial,

    /// <summary>Contacts on Modbus inputs, a set for each unit's button. Nobody can dial but who stands there.</summary>
    Contacts,
}
