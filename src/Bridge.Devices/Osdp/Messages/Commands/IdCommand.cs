namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>Who are you; answered by PDID. Its one byte is always sent: some readers answer nothing without it.</summary>
internal readonly record struct IdCommand : IOsdpCommand
{
    private const byte Standard = 0;

    public OsdpCommandCode Code => OsdpCommandCode.Id;

    public int Length => 1;

    public static bool TryRead(ReadOnlySpan<byte> data, out IdCommand command)
    {
        command = default;
        return data is [Standard];
    }

    public void WriteTo(Span<byte> data) => data[0] = Standard;
}
