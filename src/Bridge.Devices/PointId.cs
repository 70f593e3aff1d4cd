namespace Bridge.Devices;

/// <summary>One input, output or event source of a device, named as in its profile; written device.point.</summary>
public readonly record struct PointId(DeviceId Device, string Point)
{
    public override string ToString() => $"{Device}.{Point}";
}
