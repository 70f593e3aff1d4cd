namespace Bridge.Simulators.Devices;

/// <summary>What was shown to a keypad lock; the numbers are those of its register map.</summary>
public enum CredentialKind
{
    Card = 1,
    Pin = 2,
}
