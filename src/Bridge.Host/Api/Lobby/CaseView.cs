using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby;

/// <summary>A case as its desk sees it. Nothing of the register is in it that the desk did not say itself.</summary>
public sealed record CaseView(long Id, LobbyId Lobby, string Door, Category Category, CaseStatus Status)
{
    public string? Refused { get; init; }

    /// <summary>As the desk named it, or as the door station called it.</summary>
    public string? Unit { get; init; }

    /// <summary>Asked through the control room only.</summary>
    public bool ThroughControlRoom { get; init; }

    public int HeadCount { get; init; }

    public RequestView? Request { get; init; }

    public int Unanswered { get; init; }

    public int NameTries { get; init; }

    public bool SpellingAsked { get; init; }

    public bool AppearanceOnFile { get; init; }

    /// <summary>What the key still needs; empty when it is live.</summary>
    public IReadOnlyList<EvidenceKind> Missing { get; init; } = [];

    /// <summary>How long the key stays live; null while it is dead.</summary>
    public double? OpenForSeconds { get; init; }

    public string? Record { get; init; }

    public bool RecordComplete { get; init; }

    public long? Alert { get; init; }

    public long? Access { get; init; }
}
