using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

public class DuressTests
{
    [Fact]
    public void It_opens_exactly_as_usual_and_says_one_thing_more()
    {
        var usual = new Run().Present(LobbyKeypad, ReadOf(AnnPin));
        var forced = new Run().Present(LobbyKeypad, ReadOf(AnnDuress));
        Assert.Equal(usual.Effects, forced.Effects.SkipLast(1));
        var duress = forced.Event(EventKind.Duress);
        Assert.Equal((new AccessId(1), LobbyKeypad, Lobby), (duress.Access, duress.AccessPoint, duress.Door));
        Assert.Equal(Snapshot.Of(usual.State), Snapshot.Of(forced.State));
    }

    [Fact]
    public void Also_as_the_second_factor()
    {
        var usual = new Run().Present(StairsBoth, ReadOf(AnnCard)).Present(StairsBoth, ReadOf(AnnPin));
        var forced = new Run().Present(StairsBoth, ReadOf(AnnCard)).Present(StairsBoth, ReadOf(AnnDuress));
        Assert.Equal(usual.Effects, forced.Effects.SkipLast(1));
        Assert.NotNull(forced.Event(EventKind.Duress));
    }

    [Fact]
    public void Also_where_the_door_stays_shut()
    {
        var usual = new Run().Link(false).Present(LobbyKeypad, ReadOf(AnnPin));
        var forced = new Run().Link(false).Present(LobbyKeypad, ReadOf(AnnDuress));
        Assert.Equal(usual.Effects, forced.Effects.SkipLast(1));
        Assert.NotNull(forced.Event(EventKind.Duress));
    }

    [Fact]
    public void A_duress_code_that_is_also_a_neighbours_PIN_is_a_duress_code()
    {
        var run = new Run().Present(LobbyKeypad, ReadOf(BobPin, AnnDuress));
        Assert.Equal(AnnDuress.Credential, run.Event(EventKind.Duress).Credential);
    }

    [Fact]
    public void A_usual_PIN_says_nothing_more() =>
        Assert.DoesNotContain("Duress", new Run().Present(LobbyKeypad, ReadOf(AnnPin)).Log, StringComparison.Ordinal);
}
