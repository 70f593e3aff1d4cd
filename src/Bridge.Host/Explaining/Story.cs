using Bridge.Policy.Admission;

namespace Bridge.Host.Explaining;

/// <summary>Everything the journal says of one case, access or entry.</summary>
/// <param name="Number">Of the case or the access, or the sequence of the entry.</param>
/// <param name="Steps">Oldest first.</param>
/// <param name="Times">The site's limits as they were when it began.</param>
public sealed record Story(StorySubject Subject, long Number, Verdict Verdict, IReadOnlyList<Told> Steps, AdmissionTimes Times);
