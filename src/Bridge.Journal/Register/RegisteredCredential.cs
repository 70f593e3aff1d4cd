namespace Bridge.Journal.Register;

/// <summary>What the register knows of one credential. Opaque ids only: no name, number or digits.</summary>
/// <param name="Duress">The code that its holder uses under duress.</param>
/// <param name="AccessLevels">Names of access levels as in the site file.</param>
public sealed record RegisteredCredential(
    string Credential,
    string Holder,
    RegisteredKind Kind,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    DisabledReason Disabled,
    bool Duress,
    bool ExtendedTime,
    IReadOnlyList<string> AccessLevels);
