using System.Collections.Immutable;

namespace Bridge.Console.Desk;

/// <summary>A case as its desk sees it. Of the register there is nothing in it that the desk did not say itself.</summary>
/// <param name="Age">Since it was opened, at the moment of the picture.</param>
public sealed record DeskCase(long Id, string Door, AdmissionCategory Category, CaseStage Stage, TimeSpan Age)
{
    public bool Ended { get; init; }

    /// <summary>The code of the refusal.</summary>
    public string? Refused { get; init; }

    public string? Unit { get; init; }

    /// <summary>Asked through the control room only.</summary>
    public bool ThroughControlRoom { get; init; }

    public int HeadCount { get; init; } = 1;

    /// <summary>As it was typed at this desk, or as the gate said.</summary>
    public string? Person { get; init; }

    public string? Host { get; init; }

    public string? Organisation { get; init; }

    public string? Purpose { get; init; }

    public QuestionView? Question { get; init; }

    /// <summary>Full attempts that nobody answered.</summary>
    public int Unanswered { get; init; }

    public int NameTries { get; init; }

    public bool SpellingAsked { get; init; }

    public bool AppearanceOnFile { get; init; }

    /// <summary>How the register says that he looks, after his name was said and agrees and as long as it has to be compared; null where nothing tells.</summary>
    public string? Appearance { get; init; }

    /// <summary>What the key still needs, by name; empty when it is live.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>How long the key stays live, at the moment of the picture; null while it is dead.</summary>
    public TimeSpan? OpenFor { get; init; }

    /// <summary>The door may be opened once more for it.</summary>
    public bool MayReopen { get; init; }

    public string? Record { get; init; }

    public bool RecordComplete { get; init; }

    public long? Task { get; init; }

    public bool Mine { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<CaseStep> Steps { get; init; } = [];

    public bool KeyIsLive => Stage == CaseStage.Cleared && OpenFor > TimeSpan.Zero;
}
