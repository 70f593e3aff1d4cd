namespace Bridge.Journal.Records;

/// <summary>The result of one attempt to open the vault.</summary>
public abstract record PersonVaultOpened
{
    private PersonVaultOpened()
    {
    }

    public sealed record Open(PersonVault Vault) : PersonVaultOpened;

    /// <summary>Written by a newer version; left untouched (exit code 74).</summary>
    public sealed record TooNew(int FileVersion, int KnownVersion) : PersonVaultOpened;

    /// <summary>The file is damaged, open to others, or does not belong here; left untouched.</summary>
    public sealed record Unusable(StorageFailure Failure, string Reason) : PersonVaultOpened;
}
