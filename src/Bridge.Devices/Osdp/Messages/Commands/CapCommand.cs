namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>What can you do; answered by PDCAP.</summary>
internal readonly record struct CapCommand : IOsdpCommand
{
    private const byte Standard = 0;

    public OsdpCommandCode Code => OsdpCommandCode.Cap;

    public int Length => 1;

    public static bool TryRead(ReadOnlySpan<byte> data, out CapCommand command)
    {
        command = default;
        return data is [Standard];
    }

    public void WriteTo(Span<byte> data) => data[0] = Standard;
}
