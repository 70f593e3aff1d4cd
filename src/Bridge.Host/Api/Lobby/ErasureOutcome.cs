namespace Bridge.Host.Api.Lobby;

/// <summary>What became of an erasure or a restriction.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    public sealed record Noted(ErasureWish Wish) : ErasureOutcome;

    public sealed record Declined : ErasureOutcome;

    /// <summary>The same for people who were erased before.</summary>
    /// <param name="Asked">Rows that the records name.</param>
    /// <param name="Restricted">Of them kept, for a law or an open matter.</param>
    /// <param name="Complete">Nothing is left in the files' logs either; otherwise the nightly run finishes it.</param>
    public sealed record Done(int Asked, int Restricted, bool Complete) : ErasureOutcome;

    public sealed record NotThere : ErasureOutcome;

    /// <summary>Who asked for it does not carry it out.</summary>
    public sealed record OwnWish : ErasureOutcome;

    /// <summary>Not everything was done or written down: do it again.</summary>
    public sealed record Unavailable : ErasureOutcome;
}
