namespace Bridge.Journal.Register;

/// <summary>The result of one attempt to open the register.</summary>
public abstract record RegisterOpened
{
    private RegisterOpened()
    {
    }

    public sealed record Open(CredentialRegister Register) : RegisterOpened;

    /// <summary>Written by a newer version; left untouched (exit code 74).</summary>
    public sealed record TooNew(int FileVersion, int KnownVersion) : RegisterOpened;

    /// <summary>The file or its pepper is damaged, open to others, or does not belong here; left untouched.</summary>
    public sealed record Unusable(StorageFailure Failure, string Reason) : RegisterOpened;
}
