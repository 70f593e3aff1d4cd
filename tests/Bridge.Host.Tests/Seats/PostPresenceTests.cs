using Bridge.Host.Accounts;
using Bridge.Host.Seats;
using Bridge.Policy;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Seats;

public sealed class PostPresenceTests
{
    private static readonly LobbyId Here = new("a");
    private static readonly LobbyId There = new("b");

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void NobodyIsThereBeforeHeIsHeard() => Assert.Null(new PostPresence(time).Since(Role.GatePost, Here));

    [Fact]
    public void TheYoungestCounts()
    {
        var presence = new PostPresence(time);
        presence.Heard(new Post(Role.GatePost, null));
        time.Advance(TimeSpan.FromSeconds(40));
        presence.Heard(new Post(Role.GatePost, Here));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2), presence.Since(Role.GatePost, Here));
    }

    [Theory]
    [InlineData(null, true, "a gate for the whole estate is every lobby's")]
    [InlineData("a", true, "it is this lobby's")]
    [InlineData("b", false, "it is another lobby's")]
    public void OnlyWhoseItIs(string? lobby, bool there, string why)
    {
        var presence = new PostPresence(time);
        presence.Heard(new Post(Role.GatePost, lobby is null ? null : new LobbyId(lobby)));
        presence.Heard(new Post(Role.ControlRoom, There));
        Assert.True(presence.Since(Role.GatePost, Here) is not null == there, why);
        Assert.Null(presence.Since(Role.ControlRoom, Here));
        Assert.NotNull(presence.Since(Role.ControlRoom, null));
    }
}
