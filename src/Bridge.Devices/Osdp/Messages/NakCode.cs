namespace Bridge.Devices.Osdp.Messages;

/// <summary>Why a reader refuses a command. Other values occur and mean no more than a refusal.</summary>
internal enum NakCode : byte
{
    /// <summary>Not legal, but sent.</summary>
    None = 0,
    BadCheck = 1,
    CommandLength = 2,
    UnknownCommand = 3,
    UnexpectedSequence = 4,
    SecurityBlockRefused = 5,
    SecureChannelRequired = 6,
    BiometricTypeUnsupported = 7,
    BiometricFormatUnsupported = 8,
    CannotProcess = 9,
    CardNotFound = 0x10,
    TransmitFailed = 0x11,
    InternalFault = 0x12,
    Generic = 0xFF,
}
