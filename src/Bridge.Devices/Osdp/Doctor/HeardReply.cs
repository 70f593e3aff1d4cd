namespace Bridge.Devices.Osdp.Doctor;

/// <summary>One command and what was heard after it.</summary>
/// <param name="Bytes">Everything that was heard until the line was silent.</param>
/// <param name="Thinking">From the end of the command to the end of the reply, less the time that the reply takes on the wire. Zero without a reply.</param>
/// <param name="Arrival">From the first byte that came to the last byte of the reply.</param>
internal sealed record HeardReply(byte[] Bytes, ReplyReading Reading, TimeSpan Thinking, TimeSpan Arrival)
{
    public bool IsSilence => Bytes.Length == 0;

    public bool IsAnswer => Reading.Reply is not null;
}
