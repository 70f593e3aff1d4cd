using Bridge.Console.Doors;

namespace Bridge.Console.Books.Events;

/// <summary>An entry of the journal. It carries ids, never people.</summary>
/// <param name="Position">Epoch and sequence.</param>
/// <param name="At">By the site's wall.</param>
public sealed record EventLine(long Sequence, string Position, DateTimeOffset At, string Kind)
{
    public DisplayName? Door { get; init; }

    /// <summary>The number of the access or the case that it belongs to.</summary>
    public string? Correlation { get; init; }

    /// <summary>Held in memory while the disk failed, and written late.</summary>
    public bool WrittenLate { get; init; }

    /// <summary>What the chain covers, as it stands there.</summary>
    public string Body { get; init; } = "";

    public string Hash { get; init; } = "";
}
