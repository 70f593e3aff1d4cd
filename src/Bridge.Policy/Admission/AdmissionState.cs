using System.Collections.Immutable;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>Everything that is going on at the desks.</summary>
public sealed record AdmissionState
{
    public static AdmissionState Empty { get; } = new();

    /// <summary>Open cases, and ended ones for as long as somebody may still ask about them.</summary>
    public ImmutableSortedDictionary<CaseId, CaseState> Cases { get; init; } = ImmutableSortedDictionary<CaseId, CaseState>.Empty;

    public ImmutableSortedDictionary<AnnouncementId, AnnouncementState> Announcements { get; init; } =
        ImmutableSortedDictionary<AnnouncementId, AnnouncementState>.Empty;

    public ImmutableSortedDictionary<TourId, TourState> Tours { get; init; } = ImmutableSortedDictionary<TourId, TourState>.Empty;

    public ImmutableSortedDictionary<AlertId, AlertState> Alerts { get; init; } = ImmutableSortedDictionary<AlertId, AlertState>.Empty;

    public ImmutableSortedDictionary<CallKey, CallState> Calls { get; init; } = ImmutableSortedDictionary<CallKey, CallState>.Empty;

    public ImmutableSortedDictionary<HouseholdId, Recognitions> Recognitions { get; init; } = ImmutableSortedDictionary<HouseholdId, Recognitions>.Empty;

    public ImmutableSortedDictionary<ResidentId, ForgottenCards> ForgottenCards { get; init; } = ImmutableSortedDictionary<ResidentId, ForgottenCards>.Empty;

    /// <summary>Paper sheets that stand for a record already.</summary>
    public ImmutableSortedSet<string> PaperSheets { get; init; } = [];

    /// <summary>The last number given, by form.</summary>
    public ImmutableSortedDictionary<RecordForm, RecordNumber> LastRecords { get; init; } = ImmutableSortedDictionary<RecordForm, RecordNumber>.Empty;

    public long CaseCount { get; init; }

    public long RequestCount { get; init; }

    public long EvidenceCount { get; init; }

    public long AlertCount { get; init; }

    /// <summary>When the next timer here runs out, on <see cref="Moment.Elapsed"/>; null while nothing is pending.</summary>
    public TimeSpan? NextDue { get; init; }
}
