namespace Bridge.Journal.Register;

/// <summary>A credential as the management office may see it. Personal: for a screen, never for a log, a message or the journal.</summary>
/// <param name="Shown">A card's last digits; empty for a PIN.</param>
public sealed record CredentialDescription(string Credential, RegisteredKind Kind, string Shown, string HolderName, string HolderKind, string? Unit)
{
    public override string ToString() => $"credential {Credential}";
}
