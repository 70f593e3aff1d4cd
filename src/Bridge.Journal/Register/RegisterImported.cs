namespace Bridge.Journal.Register;

/// <summary>The end of one import: everything, or nothing.</summary>
public abstract record RegisterImported
{
    private RegisterImported()
    {
    }

    public sealed record Done(ImportCounts Holders, ImportCounts Credentials) : RegisterImported;

    /// <summary>The caller did not want what it would have done. Nothing was changed.</summary>
    public sealed record Declined(ImportCounts Holders, ImportCounts Credentials) : RegisterImported;

    /// <summary>Nothing was changed.</summary>
    public sealed record Rejected(IReadOnlyList<ImportProblem> Problems) : RegisterImported;

    /// <summary>Nothing was changed.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : RegisterImported;
}
