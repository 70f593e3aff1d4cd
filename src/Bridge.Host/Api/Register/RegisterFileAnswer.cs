using Bridge.Host.Import;
using Bridge.Journal.Register;

namespace Bridge.Host.Api.Register;

/// <summary>What became of a whole list from a file: all of it, or nothing.</summary>
public abstract record RegisterFileAnswer
{
    private RegisterFileAnswer()
    {
    }

    /// <param name="TriedOnly">Nothing was written.</param>
    public sealed record Done(ImportCounts Counts, bool TriedOnly) : RegisterFileAnswer;

    /// <summary>Rows that are wrong, each with its line and column.</summary>
    public sealed record Wrong(IReadOnlyList<ImportFinding> Errors) : RegisterFileAnswer;

    /// <summary>So many rows would go that it has to be said.</summary>
    public sealed record TooMuch(ImportCounts Counts) : RegisterFileAnswer;

    /// <summary>The file cannot be written now.</summary>
    public sealed record Failed : RegisterFileAnswer;
}
