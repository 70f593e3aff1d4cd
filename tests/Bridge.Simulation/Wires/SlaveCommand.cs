using System.Buffers.Binary;
using System.Globalization;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Wires;

/// <summary>Modbus request bodies for the two kinds of device in the building, written here once more and not by the product's driver.</summary>
internal static class SlaveCommand
{
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    public static bool Pulse(ModbusSlave device, string point, TimeSpan time) => device is KeypadLock
        ? Send(device, 6, 1, Tenths(time))
        : Send(device, 5, 0x0200 + Channel(point), Tenths(time));

    public static bool SwitchOff(ModbusSlave device, string point) => device is KeypadLock
        ? Send(device, 6, 1, 0)
        : Send(device, 5, Channel(point), 0);

    public static bool Show(ModbusSlave device, string feedback) => feedback switch
    {
        "idle" => Send(device, 6, 2, 0),
        "granted" => Send(device, 6, 2, 1),
        "denied" => Send(device, 6, 2, 2),
        "pinRequired" => Send(device, 6, 2, 3),
        "lockedDown" => Send(device, 6, 2, 6),
        _ => true,
    };

    /// <summary>Moves the read pointer: the device forgets.</summary>
    public static bool Forget(KeypadLock device, ushort sequence) => Send(device, 6, 0, sequence);

    /// <summary>What the device makes of a time: whole tenths of a second, never less than asked for.</summary>
    public static TimeSpan Rounded(TimeSpan time) => Tenths(time) * Tenth;

    private static ushort Tenths(TimeSpan time) => (ushort)Math.Ceiling(time / Tenth);

    private static int Channel(string point) => int.Parse(point.AsSpan("relay".Length), CultureInfo.InvariantCulture) - 1;

    // False when it answers with an exception.
    private static bool Send(ModbusSlave device, byte function, int address, ushort value)
    {
        Span<byte> body = stackalloc byte[5];
        Span<byte> reply = stackalloc byte[256];
        body[0] = function;
        BinaryPrimitives.WriteUInt16BigEndian(body[1..], (ushort)address);
        BinaryPrimitives.WriteUInt16BigEndian(body[3..], value);
        return device.Answer(body, reply) > 0 && reply[0] == function;
    }
}
