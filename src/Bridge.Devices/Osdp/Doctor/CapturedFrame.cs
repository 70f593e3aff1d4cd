namespace Bridge.Devices.Osdp.Doctor;

/// <summary>A frame that was heard on a line, with its secrets blanked.</summary>
/// <param name="Bytes">From the start byte to the check, as long as it was; the check fits what is left.</param>
/// <param name="IsReply">From a reader.</param>
/// <param name="IsBlanked">Something of it was overwritten with zeros.</param>
public sealed record CapturedFrame(DateTimeOffset At, ReadOnlyMemory<byte> Bytes, bool IsReply, bool IsBlanked);
