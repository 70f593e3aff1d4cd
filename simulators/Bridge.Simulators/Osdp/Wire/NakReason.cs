namespace Bridge.Simulators.Osdp.Wire;

/// <summary>Why a reader refuses; the numbers are those on the wire.</summary>
public enum NakReason : byte
{
    BadCheck = 1,
    BadLength = 2,
    UnknownCommand = 3,
    UnexpectedSequence = 4,
    BlockNotSupported = 5,
    SecurityRequired = 6,
    BiometricType = 7,
    BiometricFormat = 8,
    CannotProcess = 9,
}
