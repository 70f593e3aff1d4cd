using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

public class CardAndPinTests
{
    const string Granted = "AccessGranted release(Credential 5s) show(AccessGranted)";
    const string Timeout = "AccessDenied(SecondFactorTimeout)";

    static readonly Story[] Table =
    [
        new("card, then the PIN of the same holder", r => Pin(Card(r), AnnPin), $"show(RequirePin) {Granted}"),
        new("the PIN on the last instant", r => Pin(Card(r).Jump(10), AnnPin), $"show(RequirePin) {Granted}"),
        new("the PIN one tick later", r => Pin(Card(r).Jump(10.0000001), AnnPin),
            $"show(RequirePin) show(AccessDenied) {Timeout} AccessDenied(WrongCredentialKind) show(AccessDenied)"),
        new("no PIN", r => Card(r).Until(60), $"show(RequirePin) show(AccessDenied) {Timeout}"),
        new("not before its time", r => Card(r).Until(9.9999999), "show(RequirePin)"),
        new("somebody else's PIN", r => Pin(Card(r), BobPin), "show(RequirePin) AccessDenied(InvalidPin) show(AccessDenied)"),
        new("somebody's PIN who shares the digits does not matter", r => Pin(Card(r), BobPin, AnnPin), $"show(RequirePin) {Granted}"),
        new("an unknown PIN ends the attempt: the card comes first again",
            r => Pin(Pin(Card(r)), AnnPin),
            "show(RequirePin) AccessDenied(InvalidPin) show(AccessDenied) AccessDenied(WrongCredentialKind) show(AccessDenied)"),
        new("the PIN alone", r => Pin(r, AnnPin), "AccessDenied(WrongCredentialKind) show(AccessDenied)"),
        new("a card during the lock-out of the keypad is refused at once, and not asked for a PIN that would be refused",
            r => Card(Enumerable.Range(0, 5).Aggregate(r, (all, _) => Pin(Card(all)))),
            string.Join(" ", Enumerable.Repeat("show(RequirePin) AccessDenied(InvalidPin) show(AccessDenied)", 5))
            + " CardLockoutStarted LockoutStarted AccessDenied(LockedOut) show(AccessDenied)"),
        new("a card without a right is told that, locked out or not",
            r => Card(Enumerable.Range(0, 5).Aggregate(r, (all, _) => Pin(Card(all))), StrangerCard),
            string.Join(" ", Enumerable.Repeat("show(RequirePin) AccessDenied(InvalidPin) show(AccessDenied)", 5))
            + " CardLockoutStarted LockoutStarted AccessDenied(Unauthorized) show(AccessDenied)"),
        new("a card without a right is not asked for a PIN", r => Card(r, StrangerCard), "AccessDenied(Unauthorized) show(AccessDenied)"),
        new("another card in between begins again", r => Pin(Card(Card(r), BobCard), BobPin), $"show(RequirePin) {Timeout} show(RequirePin) {Granted}"),
        new("an unknown card in between ends it", r => Pin(Card(r).Present(StairsBoth, Unknown(CredentialKind.Card)), AnnPin),
            $"show(RequirePin) {Timeout} AccessDenied(CredentialNotFound) show(AccessDenied) AccessDenied(WrongCredentialKind) show(AccessDenied)"),
        new("a PIN that is disabled is known and not wrong", r => Pin(Card(r), AnnPin with { Disabled = CredentialDisabled.Blocked }),
            "show(RequirePin) AccessDenied(CredentialNotEnabled) show(AccessDenied)"),
        new("the door was blocked meanwhile", r => Pin(Card(r).Mode(DoorModeRequest.Block, Stairs), AnnPin),
            "show(RequirePin) DoorModeChanged AccessDenied(DoorBlocked) show(AccessDenied)"),
        new("the card expired meanwhile", r => Pin(Card(r, AnnCard with { ValidUntil = Morning + Seconds(3) }).Jump(3), AnnPin),
            "show(RequirePin) AccessDenied(CredentialExpired) show(AccessDenied)"),
        new("the start of the service forgets the card", r => Pin(Card(r).Restart().Link(true, Stairs), AnnPin),
            "show(RequirePin) BridgeStarted LinkRestored AccessDenied(WrongCredentialKind) show(AccessDenied)"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Asks(string why) => Story.Tell(Table, why);

    [Fact]
    public void Both_factors_are_one_attempt_under_one_number()
    {
        var run = Pin(Card(new Run()), AnnPin);
        Assert.Equal(new AccessId(1), run.Event(EventKind.AccessGranted).Access);
        Assert.Equal(AnnCard.Credential, run.Event(EventKind.AccessGranted).Credential);
        Assert.Equal(1, run.State.AccessCount);
    }

    [Fact]
    public void A_wrong_card_and_a_wrong_PIN_show_the_same()
    {
        var card = new Run().Present(StairsBoth, Unknown(CredentialKind.Card)).Effects.OfType<DeviceEffect.ShowFeedback>();
        var pin = Pin(Card(new Run())).Effects.OfType<DeviceEffect.ShowFeedback>();
        Assert.Equal(card, pin);
        Assert.Single(card);
    }

    static Run Card(Run run, CredentialFacts? card = null) => run.Present(StairsBoth, ReadOf(card ?? AnnCard));

    static Run Pin(Run run, params CredentialFacts[] matches) => run.Present(StairsBoth, Unknown(CredentialKind.Pin) with { Matches = matches });
}
