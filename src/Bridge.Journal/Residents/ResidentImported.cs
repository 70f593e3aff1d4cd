using Bridge.Journal.Register;

namespace Bridge.Journal.Residents;

/// <summary>The end of the import of one list: everything, or nothing.</summary>
public abstract record ResidentImported
{
    private ResidentImported()
    {
    }

    public sealed record Done(ImportCounts Counts) : ResidentImported;

    /// <summary>The caller did not want what it would have done. Nothing was changed.</summary>
    public sealed record Declined(ImportCounts Counts) : ResidentImported;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<ResidentProblem> Problems) : ResidentImported;

    /// <summary>Nothing was changed.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : ResidentImported;
}
