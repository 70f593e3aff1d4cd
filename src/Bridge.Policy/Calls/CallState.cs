using Bridge.Policy.Admission;

namespace Bridge.Policy.Calls;

/// <summary>One call at a panel.</summary>
/// <param name="Case">The case it belongs to; null for a call that is nobody's evidence.</param>
public sealed record CallState(PanelId Panel, CallId Call, HouseholdId? Household, CaseId? Case, TimeSpan StartedAt, CallStatus Status)
{
    public TimeSpan? RingingSince { get; init; }

    /// <summary>The panel was told to end it, or it has ended by itself.</summary>
    public bool HungUp { get; init; }
}
