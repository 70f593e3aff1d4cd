namespace Bridge.Devices.Osdp.Doctor;

/// <summary>What can be wrong with a line, as far as it shows in what is heard.</summary>
public enum LineTrouble
{
    NobodyAnswers,

    /// <summary>Bytes come back that look like no frame: another speed, or wires swapped.</summary>
    OnlyNoise,

    /// <summary>Two devices with the address that is asked.</summary>
    AddressClash,

    /// <summary>A device answers to questions for another address.</summary>
    WrongAddress,

    /// <summary>Reflections or noise: wrong termination, stubs, a bad cable.</summary>
    DamagedReplies,

    /// <summary>The same on the way to the reader.</summary>
    DamagedCommands,

    /// <summary>Nobody holds the line at rest: bias is missing, or a driver lets go too late.</summary>
    FloatingLine,

    /// <summary>Some questions stay without any answer.</summary>
    LostReplies,

    /// <summary>The adapter collects bytes before it hands them on.</summary>
    SlowAdapter,

    SlowReader,

    Busy,

    /// <summary>The adapter hears its own sending. Harmless.</summary>
    Echo,
}
