namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>What a reader speaks of in PDCAP. Others occur and are ignored.</summary>
internal enum CapabilityFunction : byte
{
    ContactMonitoring = 1,
    OutputControl = 2,
    CardFormat = 3,
    Led = 4,
    Audible = 5,
    Text = 6,
    TimeKeeping = 7,
    CheckCharacter = 8,
    Security = 9,
    ReceiveBuffer = 10,
    LargestCombinedMessage = 11,
    SmartCard = 12,
    Readers = 13,
    Biometrics = 14,
    SecurePinEntry = 15,
    ProtocolVersion = 16,
}
