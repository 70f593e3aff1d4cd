using Bridge.Journal.Residents;

namespace Bridge.Host.Import;

/// <summary>The end of reading one list.</summary>
public abstract record ListFileResult
{
    private ListFileResult()
    {
    }

    /// <param name="Lines">Where each row stands, in the order of the rows.</param>
    public sealed record Ready(ResidentImport Import, IReadOnlyList<long> Lines) : ListFileResult;

    public sealed record Refused(IReadOnlyList<ImportFinding> Errors) : ListFileResult;

    public sealed record NotRead(string Reason) : ListFileResult;
}
