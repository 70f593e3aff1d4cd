namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>One input of a reader. The last four come from supervised inputs.</summary>
internal enum InputState : byte
{
    Inactive = 0,
    Active = 1,
    Short = 2,
    Open = 3,
    Fault = 4,
    Unknown = 5,
}
