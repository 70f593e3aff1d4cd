using Bridge.Policy.Credentials;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

public class LockoutTests
{
    static readonly string Wrong = "AccessDenied(InvalidPin) show(AccessDenied)";
    static readonly string FourWrong = string.Join(" ", Enumerable.Repeat(Wrong, 4));
    static readonly string FiveWrong = $"{FourWrong} {Wrong} LockoutStarted";
    static readonly string LockedOut = "AccessDenied(LockedOut) show(AccessDenied)";
    static readonly string Granted = "AccessGranted release(Credential 5s) show(AccessGranted)";

    static readonly Story[] Table =
    [
        new("four wrong PINs are not five", r => Right(Guess(r, 4)), $"{FourWrong} {Granted}"),
        new("the fifth closes the keypad, and the right PIN waits like any other", r => Right(Guess(r, 5)), $"{FiveWrong} {LockedOut}"),
        new("until the last tick", r => Right(Guess(r, 5).Until(59.9999999)), $"{FiveWrong} {LockedOut}"),
        new("and not a tick longer, with or without a tick in between", r => Right(Guess(r, 5).Jump(60)), $"{FiveWrong} LockoutEnded {Granted}"),
        new("the end is told on a tick", r => Guess(r, 5).Until(60), $"{FiveWrong} LockoutEnded"),
        new("a right PIN clears nothing: it may be the guesser's own", r => Guess(Right(Guess(r, 4)), 1), $"{FourWrong} {Granted} {Wrong} LockoutStarted"),
        new("ten minutes clear the count", r => Right(Guess(Guess(r, 4).Jump(600), 4)), $"{FourWrong} {FourWrong} {Granted}"),
        new("and not a tick less", r => Guess(Guess(r, 4).Jump(599.9999999), 1), $"{FiveWrong}"),
        new("a supervisor clears the count as well", r => Guess(Reset(Guess(r, 4)), 4), $"{FourWrong} {FourWrong}"),
        new("a known PIN that is refused clears nothing",
            r => Guess(Guess(r, 4).Present(LobbyKeypad, ReadOf(AnnPin with { Disabled = CredentialDisabled.Lost })), 1),
            $"{FourWrong} AccessDenied(CredentialNotEnabled) show(AccessDenied) {Wrong} LockoutStarted"),
        new("wrong PINs during the lock-out are not counted", r => Guess(Guess(r, 5), 1).Until(60), $"{FiveWrong} {LockedOut} LockoutEnded"),
        new("cards are taken meanwhile", r => Guess(r, 5, GarageEither).Present(GarageEither, ReadOf(AnnCard)), $"{FiveWrong} {Granted}"),
        new("another keypad is not concerned", r => Guess(r, 5).Present(GarageEither, ReadOf(AnnPin)), $"{FiveWrong} {Granted}"),
        new("it survives the start of the service", r => Right(Guess(r, 5).Restart().Link(true)), $"{FiveWrong} BridgeStarted LinkRestored {LockedOut}"),
        new("a supervisor ends it", r => Right(Reset(Guess(r, 5))), $"{FiveWrong} LockoutEnded {Granted}"),
        new("a supervisor has nothing to end", r => Reset(r), ""),
        new("a supervisor at a keypad that is not configured", r => r.Do(new PolicyInput.LockoutReset(r.Now, new("roof.keypad"), new("lead"))), ""),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Closes(string why) => Story.Tell(Table, why);

    [Fact]
    public void It_doubles_up_to_the_longest_and_ten_quiet_minutes_take_it_back()
    {
        var run = new Run();
        double now = 0;
        foreach (var expected in new double[] { 60, 120, 240, 480, 900, 900, 900 })
        {
            Guess(run, 5);
            Assert.Equal(Seconds(now + expected), run.Point(LobbyKeypad).LockedUntil);
            run.Until(now += expected);
            Assert.Null(run.Point(LobbyKeypad).LockedUntil);
        }

        run.Until(now += 600);
        Guess(Right(run), 5);
        Assert.Equal(Seconds(now + 60), run.Point(LobbyKeypad).LockedUntil);
    }

    [Fact]
    public void Four_wrong_PINs_and_ones_own_do_not_go_on_for_ever()
    {
        var run = new Run();
        for (var round = 0; round < 50; round++)
        {
            Right(Guess(run, 4));
        }

        var looked = run.Log.Split(' ').Count(word => word == "AccessDenied(InvalidPin)");
        Assert.True(looked == 5, $"{looked} of 200 guesses were looked at");
    }

    [Fact]
    public void A_clock_that_is_set_changes_nothing()
    {
        var run = Guess(new Run(), 5);
        foreach (var wall in new[] { Morning.AddHours(1), Morning.AddYears(-56), Morning.AddYears(74) })
        {
            var denied = BuildingPolicy.Decide(
                run.State, new PolicyInput.CredentialPresented(new Moment(Seconds(59), wall), LobbyKeypad, ReadOf(AnnPin)));
            Assert.Contains(denied.Effects, e => e is OutboundEffect.Announce { Event.Reason: DenyReason.LockedOut });
        }
    }

    static Run Guess(Run run, int times, AccessPointId? point = null)
    {
        for (var i = 0; i < times; i++)
        {
            run.Present(point ?? LobbyKeypad, Unknown(CredentialKind.Pin));
        }

        return run;
    }

    static Run Right(Run run) => run.Present(LobbyKeypad, ReadOf(AnnPin));

    static Run Reset(Run run) => run.Do(new PolicyInput.LockoutReset(run.Now, LobbyKeypad, new("lead")));
}
