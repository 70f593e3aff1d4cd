namespace Bridge.Journal.Residents;

/// <summary>The result of one attempt to open the residents' register.</summary>
public abstract record ResidentRegisterOpened
{
    private ResidentRegisterOpened()
    {
    }

    public sealed record Open(ResidentRegister Register) : ResidentRegisterOpened;

    /// <summary>Written by a newer version; left untouched (exit code 74).</summary>
    public sealed record TooNew(int FileVersion, int KnownVersion) : ResidentRegisterOpened;

    /// <summary>The file or one of its keys is damaged, open to others, or does not belong here; left untouched.</summary>
    public sealed record Unusable(StorageFailure Failure, string Reason) : ResidentRegisterOpened;
}
