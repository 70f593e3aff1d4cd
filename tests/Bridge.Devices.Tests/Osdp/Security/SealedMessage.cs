namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>One frame inside a session: its code, its data in clear, and the bytes on the wire.</summary>
internal sealed record SealedMessage(byte Code, string Data, string Wire);
