namespace Bridge.Devices.Osdp.Messages;

/// <summary>A command that can be put into a frame. Commands are values: nothing is allocated for one unless it is stored as this interface.</summary>
internal interface IOsdpCommand
{
    OsdpCommandCode Code { get; }

    /// <summary>Bytes of data, 0 for most questions.</summary>
    int Length { get; }

    /// <summary>Writes <see cref="Length"/> bytes.</summary>
    void WriteTo(Span<byte> data);
}
