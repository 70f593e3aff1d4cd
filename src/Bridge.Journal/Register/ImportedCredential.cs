namespace Bridge.Journal.Register;

/// <param name="HolderKey">The <see cref="ImportedHolder.Key"/> of whose it is.</param>
/// <param name="Duress">Only for PINs.</param>
public sealed record ImportedCredential(
    string HolderKey,
    CredentialSecret Secret,
    bool Duress,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    DisabledReason Disabled,
    bool ExtendedTime,
    IReadOnlyList<string> AccessLevels);
