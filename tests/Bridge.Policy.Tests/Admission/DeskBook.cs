using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What was said for the people of one case, and when.</summary>
sealed class DeskBook(Category category, TimeSpan opened)
{
    public Category Category { get; set; } = category;

    public TimeSpan Opened { get; } = opened;

    public Dictionary<EvidenceKind, TimeSpan> Said { get; set; } = [];

    /// <summary>What the last grant was made of: it may serve again only if the door surely did not get it.</summary>
    public Dictionary<EvidenceKind, TimeSpan> Used { get; set; } = [];

    /// <summary>What spoke for them ran out, and nothing was said since.</summary>
    public bool RanOut { get; set; }

    public TimeSpan? FirstGrant { get; set; }

    public bool Reopened { get; set; }
}
