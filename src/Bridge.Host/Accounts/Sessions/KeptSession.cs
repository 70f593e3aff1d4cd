namespace Bridge.Host.Accounts.Sessions;

/// <summary>A session as it lies in the file: everything but the token, of which there is the digest alone.</summary>
/// <param name="Stamp">The account's as it was when the session began: another one now means that the account was changed.</param>
internal sealed record KeptSession(
    string Digest, string Id, string Account, string Stamp, string CsrfToken, DateTimeOffset Began, DateTimeOffset LastUsed, Factor Factor, bool IsPending)
{
    /// <summary>Of the desk that it comes from.</summary>
    public string? Desk { get; init; }

    public Role? Role { get; init; }

    public string? Lobby { get; init; }

    public static KeptSession Of(string digest, Session session) => new(
        digest, session.Id, session.AccountId, session.Stamp, session.CsrfToken, session.Began, session.LastUsed, session.Factor, session.IsPending)
    {
        Desk = session.Desk?.Id,
        Role = session.Post?.Role,
        Lobby = session.Post?.Lobby?.Value,
    };

    /// <param name="desk">The desk of that id.</param>
    public Session ToSession(Desk? desk) => new(Id, Account, Stamp, Began, CsrfToken)
    {
        Factor = Factor,
        IsPending = IsPending,
        Desk = desk,
        Post = Role is { } role ? new Post(role, Lobby is null ? null : new Bridge.Policy.LobbyId(Lobby)) : null,
    };
}
