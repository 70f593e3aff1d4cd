namespace Bridge.Devices.Profiles;

/// <summary>One write of one coil (function 5, with the value field as it goes on the wire) or one holding register (function 6).</summary>
public sealed record RegisterWrite(PointTable Table, ushort Address, ushort Value)
{
    public const ushort CoilOn = 0xFF00;

    public const ushort CoilOff = 0x0000;
}
