namespace Bridge.Devices.Osdp.Messages;

/// <summary>What a reader answers. The names are the standard's own.</summary>
internal enum OsdpReplyCode : byte
{
    Ack = 0x40,
    Nak = 0x41,
    PdId = 0x45,
    PdCap = 0x46,
    LstatR = 0x48,
    IstatR = 0x49,
    OstatR = 0x4A,
    RstatR = 0x4B,
    Raw = 0x50,
    Fmt = 0x51,
    Keypad = 0x53,
    Com = 0x54,
    BioReadR = 0x57,
    BioMatchR = 0x58,
    ExtendedPdId = 0x59,
    Ccrypt = 0x76,
    RmacI = 0x78,
    Busy = 0x79,
    FtStat = 0x7A,
    PivDataR = 0x80,
    GenAuthR = 0x81,
    CrAuthR = 0x82,
    MfgStatR = 0x83,
    MfgErrR = 0x84,
    MfgRep = 0x90,
    Xrd = 0xB1,
}
