namespace Bridge.Devices.Modbus;

/// <summary>Exceptions that a gateway gives in a unit's place: the gateway answers, the unit does not.</summary>
internal static class Gateway
{
    private const byte PathUnavailable = 0x0A;

    private const byte TargetSilent = 0x0B;

    public static bool SaysNobodyIsThere(byte exceptionCode) => exceptionCode is PathUnavailable or TargetSilent;
}
