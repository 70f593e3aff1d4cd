namespace Bridge.Devices.Intercoms;

public enum IntercomEndReason
{
    /// <summary>Hung up; by whom is not known.</summary>
    Normal,

    /// <summary>The unit hung up.</summary>
    Far,

    /// <summary>Given up at the panel before anybody answered.</summary>
    Cancelled,

    NoAnswer,

    Denied,

    /// <summary>The device says that it failed, or its line was lost.</summary>
    Fault,

    /// <summary>The device has restarted.</summary>
    Restart,

    /// <summary>Its end was never told: the watchdog ended it, or the next call at the panel did.</summary>
    Stale,
}
