using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Accounts;

/// <summary>Who asks: a person's session or another system's token. One of the two is there.</summary>
public sealed record Caller(Session? Session, ApiClient? Client) : IBindableFromHttpContext<Caller>
{
    // For endpoints: whom the gate has let in.
    static ValueTask<Caller?> IBindableFromHttpContext<Caller>.BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter) => ValueTask.FromResult(context.Features.Get<Caller>());

    public ActorId Actor => new(Session?.AccountId ?? Client!.Id);

    /// <summary>Null before a post was taken, and for other systems.</summary>
    public Post? Post => Session?.Post;

    public LobbyId? Lobby => Session is null ? Client!.Lobby : Post?.Lobby;

    /// <summary>Cancelled when the right to ask ends.</summary>
    public CancellationToken Ended => Session?.Ended ?? Client!.Ended;

    public Reach ReachOf(Permission permission)
    {
        if (Client is not null)
        {
            return !Client.Permissions.Contains(permission) ? Reach.None : Client.Lobby is null ? Reach.All : Reach.OwnLobby;
        }

        return Post is { } post ? PermissionTable.Of(post.Role, permission) : Reach.None;
    }

    /// <summary>Whether something of that lobby is this caller's to see or touch. A post for the whole estate has every lobby for its own.</summary>
    public bool Has(Permission permission, LobbyId? lobby) => ReachOf(permission) switch
    {
        Reach.None => false,
        Reach.OwnLobby => Lobby is null || Lobby == lobby,
        Reach.All => true,
    };
}
