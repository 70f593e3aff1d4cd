namespace Bridge.Devices.Osdp.Frames;

/// <summary>What a frame to be sent starts with.</summary>
/// <param name="Address">As on the wire: 0x00..0x7F for a command, with <see cref="FrameLayout.ReplyBit"/> for a reply.</param>
/// <param name="Sequence">0..3; 0 makes the reader forget its last reply and its session.</param>
/// <param name="UsesCrc">False: the one-byte checksum, for readers that cannot do better.</param>
/// <param name="LeadingMark">Whether one <see cref="FrameLayout.MarkByte"/> goes before the frame.</param>
internal readonly record struct FrameHeader(byte Address, byte Sequence, bool UsesCrc = true, bool LeadingMark = false)
{
    /// <summary>Whether a frame answers a command with this header: a reply from the same address with the same sequence number and not an echo.</summary>
    public bool IsAnsweredBy(in OsdpFrame frame) => IsFrom(frame) && frame.Sequence == Sequence;

    public bool IsFrom(in OsdpFrame frame) => frame.IsReply && frame.Address == (Address & ~FrameLayout.ReplyBit);
}
