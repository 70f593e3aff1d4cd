namespace Bridge.Journal.Records;

/// <summary>What is to be sealed.</summary>
/// <param name="Since">When its limit of time begins.</param>
public sealed record PersonDraft(PersonFields Fields, RetentionClass Class, DateTimeOffset Since)
{
    /// <summary>A random reference that several rows of one person share, so that they can be erased together; null for none.</summary>
    public string? Subject { get; init; }
}
