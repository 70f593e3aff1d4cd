using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

public class AccessTests
{
    const string Granted = "AccessGranted release(Credential 5s) show(AccessGranted)";

    static readonly Story[] Table =
    [
        new("an unknown card", r => r.Present(LobbyReader, Unknown(CredentialKind.Card)), Denied(DenyReason.CredentialNotFound)),
        new("an unknown PIN is a wrong PIN", r => r.Present(LobbyKeypad, Unknown(CredentialKind.Pin)), Denied(DenyReason.InvalidPin)),
        new("a PIN that opens", r => r.Present(LobbyKeypad, ReadOf(AnnPin)), Granted),
        new("a disabled card", r => r.Card(AnnCard with { Disabled = CredentialDisabled.Lost }), Denied(DenyReason.CredentialNotEnabled)),
        new("one tick before its start", r => r.Card(AnnCard with { ValidFrom = Later }), Denied(DenyReason.CredentialNotActive)),
        new("at its start", r => r.Card(AnnCard with { ValidFrom = Morning }), Granted),
        new("on its last tick", r => r.Card(AnnCard with { ValidUntil = Later }), Granted),
        new("at its end", r => r.Card(AnnCard with { ValidUntil = Morning }), Denied(DenyReason.CredentialExpired)),
        new("no right at this door", r => r.Card(StrangerCard), Denied(DenyReason.Unauthorized)),
        new("a right at another door only", r => r.Present(GarageEither, ReadOf(CleanerCard)), Denied(DenyReason.Unauthorized)),
        new("an access level that is not configured gives none", r => r.Card(AnnCard with { AccessLevels = [new("board")] }), Denied(DenyReason.Unauthorized)),
        new("within working hours", r => r.Card(CleanerCard), Granted),
        new("a blocked door", r => r.Mode(DoorModeRequest.Block).Card(AnnCard), $"DoorModeChanged {Denied(DenyReason.DoorBlocked)}"),
        new("a door in lock-down shows so", r => r.Mode(DoorModeRequest.LockDown).Card(AnnCard),
            "DoorModeChanged AccessDenied(DoorBlocked) show(LockedDown)"),
        new("and shows the same to an unknown card", r => r.Mode(DoorModeRequest.LockDown).Present(LobbyReader, Unknown(CredentialKind.Card)),
            "DoorModeChanged AccessDenied(CredentialNotFound) show(LockedDown)"),
        new("a device that is offline cannot release", r => r.Link(false).Card(AnnCard), $"LinkLost {Denied(DenyReason.DeviceOffline)}"),
        new("a PIN where only cards are taken is no guess", r => r.Present(LobbyReader, ReadOf(AnnPin)), Denied(DenyReason.WrongCredentialKind)),
        new("a card where only PINs are taken", r => r.Present(LobbyKeypad, ReadOf(AnnCard)), Denied(DenyReason.WrongCredentialKind)),
        new("either is taken: the card", r => r.Present(GarageEither, ReadOf(AnnCard)), Granted),
        new("either is taken: the PIN", r => r.Present(GarageEither, ReadOf(AnnPin)), Granted),
        new("an access point that is not configured", r => r.Present(new("roof.reader"), ReadOf(AnnCard)), "AccessDenied(Unauthorized)"),
        new("one PIN of two holders: the one who may pass counts",
            r => r.Present(LobbyKeypad, ReadOf(AnnPin with { Disabled = CredentialDisabled.Stolen }, BobPin)), Granted),
        new("of two who may not, the one that came furthest gives the reason",
            r => r.Present(LobbyKeypad, ReadOf(AnnPin with { Disabled = CredentialDisabled.Stolen }, BobPin with { AccessLevels = [] })),
            Denied(DenyReason.Unauthorized)),
        new("a match of the other kind is none", r => r.Present(LobbyReader, ReadOf(AnnCard) with { Matches = [AnnPin] }), Denied(DenyReason.CredentialNotFound)),

        new("a read that waited while the line was down", r => r.Present(LobbyReader, ReadOf(AnnCard) with { QueuedWhileOffline = true }), "StaleReadIgnored(StaleRead)"),
        new("exactly as old as a read may be", r => r.Present(LobbyReader, ReadOf(AnnCard) with { Age = Seconds(5) }), Granted),
        new("older", r => r.Present(LobbyReader, ReadOf(AnnCard) with { Age = Seconds(5.0000001) }), "StaleReadIgnored(StaleRead)"),
        new("the same read delivered twice", r => Numbered(Numbered(r, 7), 7), $"{Granted} DuplicateReadIgnored"),
        new("a stale read delivered twice",
            r => r.Present(LobbyReader, ReadOf(AnnCard) with { Number = 7, QueuedWhileOffline = true }).Present(LobbyReader, ReadOf(AnnCard) with { Number = 7 }),
            "StaleReadIgnored(StaleRead) DuplicateReadIgnored"),
        new("the same read delivered again after a restart", r => Numbered(Numbered(r, 7).Restart().Link(true), 7), $"{Granted} BridgeStarted LinkRestored DuplicateReadIgnored"),
        new("the next number is the next read", r => Numbered(Numbered(r, 7), 8), $"{Granted} {Granted}"),
        new("no number, no duplicates", r => Numbered(Numbered(r, 0), 0), $"{Granted} {Granted}"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Decides(string why) => Story.Tell(Table, why);

    [Fact]
    public void The_reasons_come_in_the_documented_order()
    {
        // Everything is wrong at once; then the cause of each reason in turn is taken away and the next one shows.
        var run = new Run().Mode(DoorModeRequest.Block).Link(false);
        var facts = AnnPin with
        {
            Disabled = CredentialDisabled.Lost, ValidFrom = Later, ValidUntil = Morning, AccessLevels = [],
        };
        Next(Unknown(CredentialKind.Card), DenyReason.WrongCredentialKind);
        Next(Unknown(CredentialKind.Pin), DenyReason.InvalidPin);
        Next(ReadOf(facts), DenyReason.CredentialNotEnabled);
        Next(ReadOf(facts = facts with { Disabled = CredentialDisabled.No }), DenyReason.CredentialNotActive);
        Next(ReadOf(facts = facts with { ValidFrom = null }), DenyReason.CredentialExpired);
        Next(ReadOf(facts = facts with { ValidUntil = null }), DenyReason.Unauthorized);
        run.Jump(TimeSpan.FromHours(12).TotalSeconds);
        Next(ReadOf(facts = facts with { AccessLevels = [Cleaners] }), DenyReason.NotPermittedAtThisTime);
        Next(ReadOf(facts = facts with { AccessLevels = [Residents] }), DenyReason.DoorBlocked);
        run.Mode(DoorModeRequest.Lock);
        Next(ReadOf(facts), DenyReason.DeviceOffline);
        run.Link(true).Present(LobbyKeypad, ReadOf(facts));
        Assert.NotNull(run.Event(EventKind.AccessGranted).Access);

        void Next(CredentialRead read, DenyReason reason) =>
            Assert.Equal(reason, run.Present(LobbyKeypad, read).Event(EventKind.AccessDenied).Reason);
    }

    [Fact]
    public void Every_disabled_reason_is_told_in_the_detail()
    {
        foreach (var disabled in Enum.GetValues<CredentialDisabled>().Where(d => d != CredentialDisabled.No))
        {
            var denied = new Run().Card(AnnCard with { Disabled = disabled }).Event(EventKind.AccessDenied);
            Assert.Equal((DenyReason.CredentialNotEnabled, disabled.ToString()), (denied.Reason, denied.Detail));
        }
    }

    [Fact]
    public void A_grant_and_a_refusal_say_who_and_where_and_have_numbers_of_their_own()
    {
        var run = new Run();
        var granted = run.Card(AnnCard).Event(EventKind.AccessGranted);
        var denied = run.Card(StrangerCard).Event(EventKind.AccessDenied);
        Assert.Equal((new AccessId(1), LobbyReader, AnnCard.Credential, Lobby), (granted.Access, granted.AccessPoint, granted.Credential, granted.Door));
        Assert.Equal((new AccessId(2), LobbyReader, StrangerCard.Credential, Lobby), (denied.Access, denied.AccessPoint, denied.Credential, denied.Door));
        Assert.Equal(2, run.State.AccessCount);
    }

    static DateTimeOffset Later => Morning + TimeSpan.FromTicks(1);

    static string Denied(DenyReason reason) => $"AccessDenied({reason}) show(AccessDenied)";

    static Run Numbered(Run run, uint number) => run.Present(LobbyReader, ReadOf(AnnCard) with { Number = number });
}
