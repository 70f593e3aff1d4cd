namespace Bridge.Journal.Records;

/// <summary>What there is of one person row.</summary>
public abstract record PersonRead
{
    private PersonRead()
    {
    }

    public sealed record Found(PersonFields Fields) : PersonRead;

    /// <summary>On request, or because its time was over.</summary>
    public sealed record Erased : PersonRead;

    /// <summary>Kept for a law or an open matter; an auditor alone may see it.</summary>
    public sealed record Restricted : PersonRead;

    /// <summary>There never was such a row.</summary>
    public sealed record Missing : PersonRead;

    /// <summary>The row is there, and its key is not, or does not fit: the file was damaged or altered.</summary>
    public sealed record Damaged : PersonRead;
}
