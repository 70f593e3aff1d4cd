namespace Bridge.Host.Accounts;

/// <summary>What follows from a role by itself.</summary>
internal static class Roles
{
    /// <summary>Roles that open, permit or administer. The gate, the patrol and the front desk can do none of that.</summary>
    public static bool NeedsSecondFactor(Role role) => role is not (Role.GatePost or Role.Patrol or Role.FrontDesk);

    /// <summary>Roles at a desk that several people share in a day; the desk itself is then the second factor.</summary>
    public static bool WorksAtDesk(Role role) =>
        role is Role.LobbyAssistant or Role.TeamLead or Role.GatePost or Role.FrontDesk or Role.ControlRoom or Role.OfficeDutyOfficer;

    /// <summary>Roles that open a lobby's doors: never for the whole estate.</summary>
    public static bool BelongsToOneLobby(Role role) => role is Role.LobbyAssistant or Role.TeamLead;

    /// <returns>Null when one person may hold these posts, otherwise what is wrong.</returns>
    public static string? Problem(IReadOnlyCollection<Post> posts)
    {
        if (posts.FirstOrDefault(post => post.Lobby is null && BelongsToOneLobby(post.Role)) is { } everywhere)
        {
            return $"{everywhere.Role} is a post of one lobby: name it.";
        }

        // Who gives out rights does not use them: an administrator neither opens nor reads about people, an auditor changes nothing.
        return posts.Count > 1 && posts.Any(post => post.Role is Role.Administrator or Role.Auditor) && posts.DistinctBy(post => post.Role).Count() > 1
            ? "An administrator or an auditor holds no other role: give the person a second account."
            : null;
    }
}
