namespace Bridge.Devices.Osdp.Messages;

/// <summary>Three bytes that name a manufacturer (IEEE OUI), in the order of the wire.</summary>
internal readonly record struct VendorCode(byte First, byte Second, byte Third)
{
    public const int Length = 3;

    public static VendorCode Read(ReadOnlySpan<byte> data) => new(data[0], data[1], data[2]);

    public void WriteTo(Span<byte> data) => (data[0], data[1], data[2]) = (First, Second, Third);

    public override string ToString() => $"{First:X2}-{Second:X2}-{Third:X2}";
}
