namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>One reader head of a device.</summary>
internal enum HeadState : byte
{
    Normal = 0,
    NotConnected = 1,
    Tampered = 2,
    Unknown = 3,
}
