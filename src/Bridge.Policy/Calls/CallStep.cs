namespace Bridge.Policy.Calls;

/// <summary>What an intercom says of a call. Exactly one Ended a call.</summary>
public enum CallStep
{
    Started,
    Ringing,
    Answered,

    /// <summary>The unit's unlock key: its yes.</summary>
    UnlockRequested,
    Denied,
    NoAnswer,
    Busy,
    Held,
    Resumed,
    Transferred,

    /// <summary>The station cannot be reached.</summary>
    Faulted,
    Ended,

    /// <summary>An unlock key that any unit may have pressed: nobody's yes.</summary>
    UnlockByUnknown,
}
