namespace Bridge.Journal.Register;

/// <summary>Why an import is refused. The reason never repeats a secret or a name.</summary>
/// <param name="Holder">Index into <see cref="RegisterImport.Holders"/>.</param>
/// <param name="Credential">Index into <see cref="RegisterImport.Credentials"/>.</param>
public sealed record ImportProblem(int? Holder, int? Credential, string Reason);
