namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>A command and its reply inside a session: data in clear, and both frames on the wire.</summary>
internal sealed record SealedExchange(string Why, SealedMessage Command, SealedMessage Reply);
