namespace Bridge.Devices.Osdp.Polling;

/// <summary>What PDCAP lists, as far as the order of commands depends on it. Security is not among it on purpose.</summary>
[Flags]
internal enum PeripheralFeatures
{
    None = 0,
    Inputs = 1,
    Outputs = 2,
    Readers = 4,
    Led = 8,
    Buzzer = 16,
    Text = 32,

    /// <summary>It can check no CRC.</summary>
    ChecksumOnly = 64,

    /// <summary>Its frames may be longer than the 128 bytes that everybody takes.</summary>
    LongFrames = 128,

    /// <summary>It can speak with a smart card in its field.</summary>
    SmartCard = 256,
}
