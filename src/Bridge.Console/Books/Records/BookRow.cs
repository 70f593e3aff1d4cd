using System.Collections.Immutable;
using Bridge.Console.Doors;

namespace Bridge.Console.Books.Records;

/// <summary>A line of a kept record, with who came covered.</summary>
/// <param name="At">By the site's wall, as every time here.</param>
public sealed record BookRow(string Number, DateTimeOffset At, DisplayName Lobby)
{
    /// <summary>Its place in the order of writing.</summary>
    public long Place { get; init; }

    /// <summary>The name of an <see cref="Desk.AdmissionCategory"/>.</summary>
    public string Category { get; init; } = "";

    public string? Case { get; init; }

    public string? Shift { get; init; }

    public CoveredPerson Person { get; init; } = new();

    public int? HeadCount { get; init; }

    /// <summary>Tower and floor alone.</summary>
    public string? Unit { get; init; }

    /// <summary>The kind of evidence, by its name.</summary>
    public string? Consent { get; init; }

    public string? ConsentBy { get; init; }

    public string? Reference { get; init; }

    /// <summary>A code: released, entered, notEntered, or that of a refusal.</summary>
    public string? Result { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public string? Told { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public bool CarriedOver { get; init; }

    public string Author { get; init; } = "";

    public bool Late { get; init; }

    /// <summary>The sheet of paper that it was written on first.</summary>
    public string? PaperSheet { get; init; }

    /// <summary>What was written to it since, in order.</summary>
    public ImmutableArray<BookChange> Changes { get; init; } = [];
}
