namespace Bridge.Host.Api.Lobby;

/// <summary>What became of the wish to see a person in full.</summary>
public abstract record UnmaskOutcome
{
    private UnmaskOutcome()
    {
    }

    /// <param name="Versions">As it was first written, and each change since.</param>
    public sealed record Shown(IReadOnlyList<PersonVersion> Versions) : UnmaskOutcome;

    /// <summary>Or out of this caller's reach, which looks the same.</summary>
    public sealed record NotThere : UnmaskOutcome;

    public sealed record ReasonNotYours : UnmaskOutcome;

    /// <summary>That it was looked at could not be written down: nothing is shown.</summary>
    public sealed record Unavailable : UnmaskOutcome;
}
