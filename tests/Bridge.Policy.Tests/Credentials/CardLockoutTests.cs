using Bridge.Policy.Credentials;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

/// <summary>Somebody has Bob's card and does not know Bob's PIN.</summary>
public class CardLockoutTests
{
    static readonly AccessPointId Other = GarageEither;

    static readonly BuildingRules Rules = Building.Rules with
    {
        AccessPoints = Building.Rules.AccessPoints.SetItem(
            Other, Building.Rules.AccessPoints[Other] with { Authentication = Authentication.CardAndPin }),
    };

    static readonly string Wrong = "show(RequirePin) AccessDenied(InvalidPin) show(AccessDenied)";
    static readonly string LockedOut = "AccessDenied(LockedOut) show(AccessDenied) AccessDenied(WrongCredentialKind) show(AccessDenied)";
    static readonly string Granted = "show(RequirePin) AccessGranted release(Credential 5s) show(AccessGranted)";
    static readonly string FiveHere = string.Join(" ", Enumerable.Repeat(Wrong, 5)) + " CardLockoutStarted LockoutStarted";
    static readonly string FiveAtTwoKeypads = string.Join(" ", Enumerable.Repeat(Wrong, 5)) + " CardLockoutStarted";

    static readonly Story[] Table =
    [
        new("wrong PINs count for the card, at whatever keypad", r => Guess(Guess(r, 3), 2, Other), FiveAtTwoKeypads),
        new("a card that waits for its PIN elsewhere is not helped by having been first",
            r => Guess(r.Present(Other, ReadOf(BobCard)), 5).Present(Other, ReadOf(BobPin)),
            $"show(RequirePin) {FiveHere} AccessDenied(LockedOut) show(AccessDenied)"),
        new("then it is not even asked for", r => Use(Guess(Guess(r, 3), 2, Other), BobCard, BobPin), $"{FiveAtTwoKeypads} {LockedOut}"),
        new("the other cards go on", r => Use(Guess(Guess(r, 3), 2, Other), AnnCard, AnnPin), $"{FiveAtTwoKeypads} {Granted}"),
        new("it ends by itself", r => Use(Guess(Guess(r, 3), 2, Other).Until(60), BobCard, BobPin), $"{FiveAtTwoKeypads} {Granted}"),
        new("and not a tick earlier", r => Use(Guess(Guess(r, 3), 2, Other).Jump(59.9999999), BobCard, BobPin), $"{FiveAtTwoKeypads} {LockedOut}"),
        new("another's card and PIN in between clear nothing",
            r => Guess(Use(Guess(Guess(r, 3), 1, Other), AnnCard, AnnPin), 1, Other),
            $"{Wrong} {Wrong} {Wrong} {Wrong} {Granted} {Wrong} CardLockoutStarted"),
        new("the card's own PIN clears its count",
            r => Guess(Use(Guess(r, 3), BobCard, BobPin), 4, Other), $"{Wrong} {Wrong} {Wrong} {Granted} {Wrong} {Wrong} {Wrong} {Wrong}"),
        new("a day later it is forgotten",
            r => Guess(Guess(r, 4).Until(24 * 3600), 4, Other), string.Join(" ", Enumerable.Repeat(Wrong, 8))),
        new("it survives the start of the service",
            r => Use(Guess(Guess(r, 3), 2, Other).Restart().Link(true, Stairs), BobCard, BobPin),
            $"{FiveAtTwoKeypads} BridgeStarted LinkRestored {LockedOut}"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Closes(string why) => Story.Tell(Table, why, Rules);

    [Fact, Trait("Pace", "slow")]
    public void A_resident_with_a_stolen_card_does_not_guess_for_ever()
    {
        var run = new Run(Rules);
        var looked = 0;
        for (var minute = 0; minute < 120; minute++)
        {
            // A supervisor who opens the keypads again and again must not help either.
            run.Until(minute * 60).Do(new PolicyInput.LockoutReset(run.Now, StairsBoth, new("lead")));
            looked += Guess(Use(run, AnnCard, AnnPin), 10).Log.Split("InvalidPin").Length - 1;
        }

        Assert.True(looked is > 5 and < 100, $"{looked} of 1200 guesses were looked at in two hours");
    }

    [Fact, Trait("Pace", "slow")]
    public void What_is_remembered_of_cards_is_bounded()
    {
        var state = new Run(Rules).State;
        for (var card = 0; card < 1200; card++)
        {
            var stolen = BobCard with { Credential = new($"card-{card}"), Holder = new($"holder-{card}") };
            var at = At(1 + card);
            Decide(new PolicyInput.LockoutReset(at, StairsBoth, new("lead")));
            Decide(new PolicyInput.CredentialPresented(at, StairsBoth, ReadOf(stolen)));
            Decide(new PolicyInput.CredentialPresented(at, StairsBoth, Unknown(CredentialKind.Pin)));
        }

        Assert.Equal(1000, state.CardGuesses.Count);
        Assert.False(state.CardGuesses.ContainsKey(new("card-199")), "the oldest go first");
        Assert.True(state.CardGuesses.ContainsKey(new("card-200")));
        var text = Snapshot.Of(state);
        Assert.Equal(text, Snapshot.Of(Snapshot.Back<BuildingState>(text)));

        void Decide(PolicyInput input) => state = BuildingPolicy.Decide(state, input).Next;
    }

    static Run Guess(Run run, int times, AccessPointId? point = null)
    {
        for (var i = 0; i < times; i++)
        {
            run.Present(point ?? StairsBoth, ReadOf(BobCard)).Present(point ?? StairsBoth, Unknown(CredentialKind.Pin));
        }

        return run;
    }

    static Run Use(Run run, CredentialFacts card, CredentialFacts pin) => run.Present(StairsBoth, ReadOf(card)).Present(StairsBoth, ReadOf(pin));
}
