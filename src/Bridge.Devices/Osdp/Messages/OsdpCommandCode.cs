namespace Bridge.Devices.Osdp.Messages;

/// <summary>What the panel asks. The names are the standard's own.</summary>
internal enum OsdpCommandCode : byte
{
    Poll = 0x60,
    Id = 0x61,
    Cap = 0x62,
    Lstat = 0x64,
    Istat = 0x65,
    Ostat = 0x66,
    Rstat = 0x67,
    Out = 0x68,
    Led = 0x69,
    Buz = 0x6A,
    Text = 0x6B,
    Comset = 0x6E,
    BioRead = 0x73,
    BioMatch = 0x74,
    Keyset = 0x75,
    Chlng = 0x76,
    Scrypt = 0x77,
    AcuRxSize = 0x7B,
    FileTransfer = 0x7C,
    Mfg = 0x80,
    Xwr = 0xA1,
    Abort = 0xA2,
    PivData = 0xA3,
    GenAuth = 0xA4,
    CrAuth = 0xA5,
    KeepActive = 0xA7,
}
