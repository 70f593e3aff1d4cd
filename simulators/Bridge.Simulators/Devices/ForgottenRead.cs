namespace Bridge.Simulators.Devices;

/// <summary>A read that left the memory of a keypad lock, and why.</summary>
public sealed record ForgottenRead(PresentedCredential Read, DateTimeOffset ForgottenAt, ForgottenReason Reason);
