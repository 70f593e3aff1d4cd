namespace Bridge.Devices.Osdp.Security;

/// <summary>The security blocks of protocol 2.2, each with its length first. Others (2.3 and later) are not understood and not accepted.</summary>
internal static class SecurityBlocks
{
    public const byte ChallengeType = 0x11;
    public const byte ClientCryptogramType = 0x12;
    public const byte ServerCryptogramType = 0x13;
    public const byte InitialMacType = 0x14;
    public const byte CommandType = 0x15;
    public const byte ReplyType = 0x16;
    public const byte CommandWithDataType = 0x17;
    public const byte ReplyWithDataType = 0x18;

    /// <summary>The status of <see cref="InitialMacType"/> that means yes; every other value means no.</summary>
    public const byte Succeeded = 0x01;

    public static ReadOnlySpan<byte> Command => [2, CommandType];

    public static ReadOnlySpan<byte> CommandWithData => [2, CommandWithDataType];

    public static ReadOnlySpan<byte> Challenge(KeySelector selector) =>
        selector == KeySelector.Own ? [3, ChallengeType, (byte)KeySelector.Own] : [3, ChallengeType, (byte)KeySelector.Default];

    public static ReadOnlySpan<byte> ServerCryptogram(KeySelector selector) =>
        selector == KeySelector.Own ? [3, ServerCryptogramType, (byte)KeySelector.Own] : [3, ServerCryptogramType, (byte)KeySelector.Default];
}
