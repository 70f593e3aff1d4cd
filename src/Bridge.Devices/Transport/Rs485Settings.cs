using System.Runtime.InteropServices;

namespace Bridge.Devices.Transport;

/// <summary>struct serial_rs485 (32 bytes): the driver switches the direction itself.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct Rs485Settings
{
    public const nuint Set = 0x542F;
    private const uint Enabled = 1;
    private const uint RtsOnSend = 2;

    public uint Flags;
    public uint DelayBeforeSendMilliseconds;
    public uint DelayAfterSendMilliseconds;

    public static Rs485Settings DriverSwitches { get; } = new() { Flags = Enabled | RtsOnSend };
}
