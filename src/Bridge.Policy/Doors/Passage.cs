namespace Bridge.Policy.Doors;

/// <summary>A grant whose entry window is still open and that nobody has used yet.</summary>
/// <param name="Until">End of the entry window, included.</param>
/// <param name="AccessPoint">Null where no reader had a part in it: the desk opens.</param>
public sealed record Passage(AccessId Access, AccessPointId? AccessPoint, CredentialId? Credential, bool Extended, TimeSpan Until)
{
    /// <summary>The contact was closed at the grant and has been readable since, so "nobody opened" would be seen.</summary>
    public bool Watched { get; init; }

    public ReleaseCause Cause { get; init; } = ReleaseCause.Credential;

    /// <summary>The release has to have reached its device within this time.</summary>
    public TimeSpan Within { get; init; } = PolicyTimes.ReleaseDeadline;
}
