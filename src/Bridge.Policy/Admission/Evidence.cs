namespace Bridge.Policy.Admission;

/// <summary>A recorded answer to a recorded question.</summary>
/// <param name="By">Who gave it; null where a household answered on its own station.</param>
/// <param name="Until">The first moment at which it counts no more, on <see cref="Moment.Elapsed"/>.</param>
/// <param name="HeadCount">For how many people; null where the kind does not count them.</param>
public sealed record Evidence(EvidenceId Id, EvidenceKind Kind, ActorId? By, RequestId? Request, TimeSpan GivenAt, TimeSpan Until, int? HeadCount)
{
    public bool IsValid(TimeSpan now) => now < Until;
}
