namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>Blue to white need newer readers.</summary>
internal enum LedColor : byte
{
    Off = 0,
    Red = 1,
    Green = 2,
    Amber = 3,
    Blue = 4,
    Magenta = 5,
    Cyan = 6,
    White = 7,
}
