using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Seats.Posts;
using Bridge.Policy;

namespace Bridge.Host.Tests.Seats;

/// <summary>Somebody with a post, for as long as the test lets him have it.</summary>
internal sealed class FakeCallingSeat(string person, Role role, LobbyId? lobby, string? phone = null) : ICallingSeat
{
    public Caller? Caller { get; set; } = new(
        new Session(person, person, "", DateTimeOffset.UnixEpoch, "token") { Post = new Post(role, lobby), Desk = phone is null ? null : new Desk("d-1", phone, lobby) }, null);

    public int Acts { get; private set; }

    public Task<Caller?> FindCallerAsync(CancellationToken cancellationToken) => Task.FromResult(Caller);

    public void Act() => Acts++;

    public void Stay()
    {
    }
}
