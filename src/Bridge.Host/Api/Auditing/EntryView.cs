namespace Bridge.Host.Api.Auditing;

/// <summary>An entry of the journal: ids and codes, nobody's name.</summary>
/// <param name="Id">Epoch and sequence.</param>
/// <param name="Body">As text: exactly the characters that the chain covers.</param>
public sealed record EntryView(string Id, long Sequence, string Origin, string Kind, DateTimeOffset At, string Body, string Hash)
{
    public string? Door { get; init; }

    public string? Correlation { get; init; }

    /// <summary>Held in memory while the disk failed, and written late.</summary>
    public bool WrittenLate { get; init; }
}
