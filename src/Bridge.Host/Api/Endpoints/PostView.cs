using Bridge.Host.Accounts;
using Bridge.Policy;

namespace Bridge.Host.Api.Endpoints;

/// <summary>A post in requests and answers; without a lobby it is the whole estate.</summary>
internal sealed record PostView(Role Role, LobbyId? Lobby = null)
{
    public Post ToPost() => new(Role, Lobby);

    public static PostView Of(Post post) => new(post.Role, post.Lobby);
}
