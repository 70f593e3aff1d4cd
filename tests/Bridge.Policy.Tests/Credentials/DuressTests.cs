using Bridge.Policy.Credentials;
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

    public static TheoryData<string> Rows => [.. Unheard.Keys];

    // Where no PIN is looked at, whoever types the code under duress is still being forced.
    static readonly Dictionary<string, Func<CredentialFacts, Run>> Unheard = new()
    {
        ["during the lock-out of the keypad"] = pin => Guess(new Run(), LobbyKeypad, 5).Present(LobbyKeypad, ReadOf(pin)),
        ["during the lock-out of the keypad, after the card"] =
            pin => GuessAfter(new Run(), AnnCard, 5).Present(StairsBoth, ReadOf(AnnCard)).Present(StairsBoth, ReadOf(pin)),
        ["a read that waited while the line was down"] = pin => new Run().Present(LobbyKeypad, ReadOf(pin) with { QueuedWhileOffline = true }),
        ["a read that is too old"] = pin => new Run().Present(LobbyKeypad, ReadOf(pin) with { Age = Seconds(6) }),
        ["before the card"] = pin => new Run().Present(StairsBoth, ReadOf(pin)),
        ["where no PIN is taken"] = pin => new Run().Present(LobbyReader, ReadOf(pin)),
    };

    [Theory, MemberData(nameof(Rows))]
    public void Also_where_no_PIN_is_looked_at(string where)
    {
        var usual = Unheard[where](AnnPin);
        var forced = Unheard[where](AnnDuress);
        Assert.Equal(usual.Effects, forced.Effects.SkipLast(1));
        Assert.Equal(AnnDuress.Credential, forced.Event(EventKind.Duress).Credential);
        Assert.Equal(Snapshot.Of(usual.State), Snapshot.Of(forced.State));

        var lapsed = Unheard[where](AnnDuress with { ValidUntil = Morning });
        Assert.Equal(usual.Effects, lapsed.Effects);
    }

    [Fact]
    public void The_same_read_delivered_twice_is_one_alarm()
    {
        var again = ReadOf(AnnDuress) with { Number = 7, QueuedWhileOffline = true };
        Assert.Equal("StaleReadIgnored(StaleRead) Duress DuplicateReadIgnored", new Run().Present(LobbyKeypad, again).Present(LobbyKeypad, again).Log);
    }

    [Fact]
    public void After_a_card_another_holders_code_is_a_wrong_PIN_and_no_alarm()
    {
        var run = new Run().Present(StairsBoth, ReadOf(BobCard)).Present(StairsBoth, ReadOf(AnnDuress) with { Age = Seconds(6) });
        Assert.DoesNotContain("Duress", run.Log, StringComparison.Ordinal);
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

    static Run Guess(Run run, AccessPointId point, int times) =>
        Enumerable.Range(0, times).Aggregate(run, (all, _) => all.Present(point, Unknown(CredentialKind.Pin)));

    static Run GuessAfter(Run run, CredentialFacts card, int times) =>
        Enumerable.Range(0, times).Aggregate(run, (all, _) => all.Present(StairsBoth, ReadOf(card)).Present(StairsBoth, Unknown(CredentialKind.Pin)));
}
