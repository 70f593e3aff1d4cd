using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>The end of reading a CSV file: all of it, or nothing.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    public sealed record Ready(RegisterImport Import) : ImportResult;

    /// <param name="Errors">At least one, in the order of the file.</param>
    public sealed record Refused(IReadOnlyList<ImportFinding> Errors) : ImportResult;

    /// <summary>There is no such file, it may not be read, or it is too large.</summary>
    public sealed record NotRead(string Reason) : ImportResult;
}
