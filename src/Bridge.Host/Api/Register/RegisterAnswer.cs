using Bridge.Host.Import;

namespace Bridge.Host.Api.Register;

/// <summary>What became of a change of the register.</summary>
public abstract record RegisterAnswer
{
    private RegisterAnswer()
    {
    }

    /// <param name="Row">As it is now; null when it was removed.</param>
    public sealed record Done(RegisterRow? Row, bool Added) : RegisterAnswer;

    public sealed record NotThere : RegisterAnswer;

    /// <summary>Columns that are wrong, each with what was expected.</summary>
    public sealed record Wrong(IReadOnlyList<ImportFinding> Errors) : RegisterAnswer;

    /// <summary>It does not go together with the rest of the register.</summary>
    public sealed record Refused(string Reason) : RegisterAnswer;

    /// <summary>A column that is another role's to set.</summary>
    public sealed record NotYours(string Column) : RegisterAnswer;

    /// <summary>The file cannot be written now.</summary>
    public sealed record Failed : RegisterAnswer;
}
