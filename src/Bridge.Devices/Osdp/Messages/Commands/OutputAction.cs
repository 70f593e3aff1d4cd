namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>What OUT does to an output. Permanent is the state to which a timed action returns.</summary>
internal enum OutputAction : byte
{
    NoChange = 0,

    /// <summary>And ends a timed action.</summary>
    PermanentOffNow = 1,

    /// <summary>And ends a timed action.</summary>
    PermanentOnNow = 2,

    /// <summary>A timed action goes on to its end first.</summary>
    PermanentOffAfter = 3,

    /// <summary>A timed action goes on to its end first.</summary>
    PermanentOnAfter = 4,

    TemporaryOn = 5,
    TemporaryOff = 6,
}
