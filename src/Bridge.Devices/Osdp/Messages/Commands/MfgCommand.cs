namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>Something between a manufacturer and its readers, passed on as it is.</summary>
internal readonly record struct MfgCommand(VendorCode Vendor, ReadOnlyMemory<byte> Data) : IOsdpCommand
{
    public OsdpCommandCode Code => OsdpCommandCode.Mfg;

    public int Length => VendorCode.Length + Data.Length;

    public static bool TryRead(ReadOnlySpan<byte> data, out MfgCommand command)
    {
        command = data.Length >= VendorCode.Length ? new MfgCommand(VendorCode.Read(data), data[VendorCode.Length..].ToArray()) : default;
        return data.Length >= VendorCode.Length;
    }

    public void WriteTo(Span<byte> data)
    {
        Vendor.WriteTo(data);
        Data.Span.CopyTo(data[VendorCode.Length..]);
    }
}
