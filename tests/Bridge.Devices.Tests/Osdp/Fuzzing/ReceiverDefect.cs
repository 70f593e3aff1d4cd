namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>What a broken receiver leaves out.</summary>
internal enum ReceiverDefect
{
    /// <summary>The length is not compared with what is there, nor with what a frame can be.</summary>
    TrustsLength,

    /// <summary>The check is not computed.</summary>
    TrustsCheck,

    /// <summary>It never comes past a frame that says it is nothing long.</summary>
    WaitsAtLengthZero,

    /// <summary>It keeps a copy of everything.</summary>
    Hoards,

    /// <summary>After a false start it throws away what follows.</summary>
    LosesAfterFalseStart,
}
