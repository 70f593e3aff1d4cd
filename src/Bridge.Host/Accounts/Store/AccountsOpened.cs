namespace Bridge.Host.Accounts.Store;

/// <summary>What became of opening the accounts' file.</summary>
public abstract record AccountsOpened
{
    private AccountsOpened()
    {
    }

    public sealed record Open : AccountsOpened;

    /// <summary>A newer version wrote it; it is left untouched.</summary>
    public sealed record TooNew(long FileVersion, long KnownVersion) : AccountsOpened;

    public sealed record Unusable(string Reason) : AccountsOpened;
}
