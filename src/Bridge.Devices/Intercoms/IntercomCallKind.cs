namespace Bridge.Devices.Intercoms;

/// <summary>What happened in a call, in the words of no maker.</summary>
public enum IntercomCallKind
{
    /// <summary>Somebody pressed the button of a unit at the panel, or a call was set up otherwise.</summary>
    Started,

    /// <summary>The unit's station rings.</summary>
    Ringing,

    Answered,

    /// <summary>The unit's unlock key, in a call or, where the driver can see it, outside of one: then the call id is empty.</summary>
    UnlockRequested,

    /// <summary>The same, pressed while nobody listened and told only now: for the record, and never to be obeyed.</summary>
    UnlockMissed,

    /// <summary>The unit has refused the call.</summary>
    Denied,

    NoAnswer,

    /// <summary>The unit or the exchange is engaged; it may still ring later.</summary>
    Busy,

    Held,

    Resumed,

    /// <summary>To somebody else, who has not answered yet.</summary>
    Transferred,

    /// <summary>Once for each call that was told to have started, whatever happened to the wire, the device or us.</summary>
    Ended,

    /// <summary>Keys or a card at the panel. Which keys is nobody's business.</summary>
    KeyPressed,
}
