using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>One row of the evidence matrix: what opens a door for a category, who may give it, how long it holds, and what is recorded when.</summary>
/// <param name="Clause">Where the procedure says so.</param>
/// <param name="Needs">All of these together.</param>
/// <param name="Givers">Who may give them, beside the household itself.</param>
/// <param name="ValidFor">How long the evidence holds; of several pieces the one that ends first decides.</param>
/// <param name="Uses">How many openings; null: until the permitted head-count is spent.</param>
public sealed record EvidenceRow(
    Category Category,
    string Clause,
    ImmutableList<EvidenceKind> Needs,
    ImmutableList<Role> Givers,
    Func<AdmissionTimes, TimeSpan> ValidFor,
    int? Uses,
    RecordTiming Timing,
    RecordForm? Form)
{
    /// <summary>Needed as well when the register has a picture or description to compare.</summary>
    public EvidenceKind? WhenOnFile { get; init; }

    /// <summary>For special households only, or for all others; null: for both.</summary>
    public bool? SpecialHousehold { get; init; }

    /// <summary>The patrol is sent in the same commit.</summary>
    public bool Tracked { get; init; }
}
