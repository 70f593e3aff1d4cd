namespace Bridge.Devices.Intercoms;

/// <summary>Where a call stands.</summary>
internal enum IntercomPhase
{
    /// <summary>There is no such call.</summary>
    Idle,

    /// <summary>Set up; nobody rings, or not yet again.</summary>
    Calling,

    Ringing,

    Talking,

    Held,

    /// <summary>Refused or not answered: nothing but its end can come.</summary>
    Failed,

    Ended,
}
