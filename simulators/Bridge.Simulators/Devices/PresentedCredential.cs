namespace Bridge.Simulators.Devices;

/// <summary>
/// One card or PIN in the memory of a reader. <paramref name="Text"/> is the card's bits as 0 and 1, most significant first, or the digits:
/// plain, because this is the building's side of the wire and a test wants to compare.
/// </summary>
public sealed record PresentedCredential(
    string Device, ushort BootNumber, ushort Sequence, CredentialKind Kind, string Text, TimeSpan At, DateTimeOffset PresentedAt);
