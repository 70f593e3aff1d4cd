using Bridge.Policy;

namespace Bridge.Host.Accounts.Store;

/// <summary>A post that an account holds.</summary>
public sealed class PostRow
{
    public int Id { get; set; }

    public string AccountId { get; set; } = "";

    public Role Role { get; set; }

    public string? Lobby { get; set; }

    public Post ToPost() => new(Role, Lobby is null ? null : new LobbyId(Lobby));

    public static PostRow Of(Post post) => new() { Role = post.Role, Lobby = post.Lobby?.Value };
}
