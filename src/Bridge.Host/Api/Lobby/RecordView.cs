using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby;

/// <summary>A line of a kept record. Names are covered; who needs one says why.</summary>
public sealed record RecordView(string Number, DateTimeOffset At, string Lobby, string? Case, string? Category, string? Result, string? ConsentKind, string? ConsentBy, int? HeadCount)
{
    /// <summary>Its place in the order of writing; the next page goes on after the last one's.</summary>
    public long Place { get; init; }

    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Phone { get; init; }

    public string? Unit { get; init; }

    /// <summary>Whether who came can still be shown to anybody; null when nothing was kept.</summary>
    public PersonStanding? Person { get; init; }

    public string Author { get; init; } = "";

    public bool Late { get; init; }

    /// <summary>The sheet of paper that it was written on first.</summary>
    public string? PaperSheet { get; init; }

    /// <summary>What was added since, in order.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The same with times and authors, and what each said of the person, covered.</summary>
    public IReadOnlyList<RecordStep> History { get; init; } = [];

    /// <summary>All that is kept of the person now, covered.</summary>
    public PersonFields? Fields { get; init; }

    /// <summary>The number of a badge, pass, announcement or booking.</summary>
    public string? Reference { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public string? Shift { get; init; }

    /// <summary>Duty log: which post or account was told, and when.</summary>
    public string? Told { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public bool CarriedOver { get; init; }
}
