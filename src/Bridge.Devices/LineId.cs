namespace Bridge.Devices;

/// <summary>A serial line or a TCP connection, named as in the site file.</summary>
public readonly record struct LineId(string Value)
{
    public override string ToString() => Value;
}
