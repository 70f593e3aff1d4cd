namespace Bridge.Simulators.Devices;

/// <summary>A read that left the memory of a reader, and why.</summary>
public sealed record ForgottenRead(PresentedCredential Read, DateTimeOffset ForgottenAt, ForgottenReason Reason);
