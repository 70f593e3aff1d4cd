namespace Bridge.Devices;

/// <summary>One unit on a line, named as in the site file.</summary>
public readonly record struct DeviceId(string Value)
{
    public override string ToString() => Value;
}
