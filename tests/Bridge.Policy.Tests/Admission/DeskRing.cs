namespace Bridge.Policy.Tests.Admission;

/// <summary>One call as it was told, for the proof that nobody answers.</summary>
sealed class DeskRing(HouseholdId? household, TimeSpan started)
{
    public TimeSpan? Since { get; set; }

    public TimeSpan? Over { get; set; }

    public bool Spoke { get; set; }

    public bool IsFull(DeskBook book, HouseholdId? asked, TimeSpan now) => household == asked && started >= book.Opened && !Spoke
        && Since is { } since && (Over ?? now) - since >= TimeSpan.FromSeconds(30);
}
