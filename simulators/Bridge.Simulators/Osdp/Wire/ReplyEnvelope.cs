namespace Bridge.Simulators.Osdp.Wire;

/// <summary>Where a reply goes: the fields of its packet that repeat the command's.</summary>
internal readonly record struct ReplyEnvelope(byte Address, int Sequence, bool UsesCrc)
{
    public static ReplyEnvelope To(CommandFrame command) => new(command.Address, command.Sequence, OsdpCheck.Length(command.Control) == 2);

    /// <summary>A whole packet without a security block.</summary>
    public byte[] Clear(byte code, ReadOnlySpan<byte> payload) => Packet([], code, payload, 0);

    /// <summary>A whole packet with a security block, and room for an authentication code of <paramref name="macLength"/> bytes before the check.</summary>
    public byte[] Packet(ReadOnlySpan<byte> block, byte code, ReadOnlySpan<byte> payload, int macLength)
    {
        var length = 5 + block.Length + 1 + payload.Length + macLength + (UsesCrc ? 2 : 1);
        var packet = new byte[length];
        packet[0] = CommandFrame.StartOfMessage;
        packet[1] = (byte)(Address | 0x80);
        packet[2] = (byte)(length & 0xFF);
        packet[3] = (byte)(length >> 8);
        packet[4] = (byte)(Sequence | (UsesCrc ? 4 : 0) | (block.Length > 0 ? 8 : 0));
        block.CopyTo(packet.AsSpan(5));
        packet[5 + block.Length] = code;
        payload.CopyTo(packet.AsSpan(6 + block.Length));
        OsdpCheck.Write(packet);
        return packet;
    }
}
