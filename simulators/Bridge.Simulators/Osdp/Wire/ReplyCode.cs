namespace Bridge.Simulators.Osdp.Wire;

/// <summary>The replies of a reader.</summary>
public static class ReplyCode
{
    public const byte Acknowledge = 0x40;
    public const byte Refuse = 0x41;
    public const byte Identity = 0x45;
    public const byte Capabilities = 0x46;
    public const byte LocalStatus = 0x48;
    public const byte InputStatus = 0x49;
    public const byte OutputStatus = 0x4A;
    public const byte ReaderStatus = 0x4B;
    public const byte CardBits = 0x50;
    public const byte CardText = 0x51;
    public const byte Keypad = 0x53;
    public const byte Communication = 0x54;
    public const byte ClientCryptogram = 0x76;
    public const byte InitialMac = 0x78;
    public const byte Busy = 0x79;
    public const byte FileStatus = 0x7A;
    public const byte Manufacturer = 0x90;
}
