using System.Collections.Immutable;

namespace Bridge.Console.Accounts;

/// <summary>What an administrator does. The hierarchy is closed.</summary>
public abstract record AccountWish
{
    private AccountWish()
    {
    }

    public sealed record Create(string Name, string DisplayName, ImmutableArray<PostWish> Posts) : AccountWish
    {
        public override string ToString() => nameof(Create);
    }

    public sealed record ChangePosts(string Account, ImmutableArray<PostWish> Posts) : AccountWish;

    public sealed record SetDisabled(string Account, bool Disabled) : AccountWish;

    public sealed record ResetSecondFactor(string Account) : AccountWish;

    /// <summary>The password is gone, and a code sets a new one.</summary>
    public sealed record NewCode(string Account) : AccountWish;

    public sealed record CreateClient(string Name, ImmutableArray<string> Scopes, int Days, string? Lobby) : AccountWish;

    public sealed record RevokeClient(string Client) : AccountWish;

    public sealed record RevokeDesk(string Desk) : AccountWish;
}
