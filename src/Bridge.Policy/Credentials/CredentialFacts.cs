namespace Bridge.Policy.Credentials;

/// <summary>What the register knows of one credential at the moment of the read.</summary>
/// <param name="Duress">The digits were the holder's duress code: open as usual and raise a silent alarm.</param>
/// <param name="ExtendedTime">The holder needs the longer release and open times.</param>
public sealed record CredentialFacts(
    CredentialId Credential,
    HolderId Holder,
    CredentialKind Kind,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    CredentialDisabled Disabled,
    bool Duress,
    bool ExtendedTime,
    IReadOnlyList<AccessLevelId> AccessLevels);
