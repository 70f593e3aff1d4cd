namespace Bridge.Journal.Records;

/// <summary>
/// A person row that can go into a commit. Only <see cref="PersonVault.Seal"/> makes one, and by then its keys are on disk: there is no way to a row
/// that nobody can open.
/// </summary>
public sealed record SealedPerson
{
    internal SealedPerson(string id, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> commitment, RetentionClass retention, DateTimeOffset since)
    {
        Id = id;
        Content = content;
        Commitment = commitment;
        Class = retention;
        Since = since;
    }

    /// <summary>Random. Stays in records and entries after the person is erased, and is nobody's then.</summary>
    public string Id { get; }

    /// <summary>Nonce, tag and ciphertext.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>HMAC-SHA-256 of the content under a key of its own, for the body of the journal entry: it proves the row, and tells nothing once the key is erased.</summary>
    public ReadOnlyMemory<byte> Commitment { get; }

    public RetentionClass Class { get; }

    /// <summary>When its limit of time begins.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>A random reference that several rows of one person share, so that they can be erased together; null for none.</summary>
    public string? Subject { get; init; }
}
