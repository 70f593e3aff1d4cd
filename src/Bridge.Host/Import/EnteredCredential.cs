using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>A card or PIN with the place where it was given.</summary>
internal sealed record EnteredCredential(long Line, string Column, ImportedCredential Credential)
{
    public override string ToString() => $"line {Line}, {Column}";

    /// <summary>The digits of a PIN; null for a card.</summary>
    public string? Digits => (Credential.Secret as CredentialSecret.Pin)?.Digits;
}
