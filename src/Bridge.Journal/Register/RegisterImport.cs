namespace Bridge.Journal.Register;

/// <summary>The whole register as it shall be: who is not in it is removed.</summary>
public sealed record RegisterImport(IReadOnlyList<ImportedHolder> Holders, IReadOnlyList<ImportedCredential> Credentials);
