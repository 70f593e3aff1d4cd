using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests;

/// <summary>The power was away and the clock has no battery: it says 1970, and the journal knows that it is a Monday morning in 2026 at least.</summary>
public class ClockTests
{
    static readonly Moment InDoubt = new(Seconds(0), new DateTimeOffset(1970, 1, 1, 8, 0, 0, TimeSpan.FromHours(8))) { NotBefore = Morning };

    public static TheoryData<string> Rows => [.. Table.Keys];

    static readonly Dictionary<string, (CredentialRead Read, DenyReason? Denied)> Table = new()
    {
        ["what expired stays expired"] = (ReadOf(AnnPin with { ValidUntil = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }), DenyReason.CredentialExpired),
        ["what began long ago has begun"] = (ReadOf(AnnPin with { ValidFrom = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }), null),
        ["schedules follow the day that is known, not a Thursday in 1970"] = (ReadOf(AnnPin with { AccessLevels = [Cleaners] }), null),
        ["the others go on"] = (ReadOf(AnnPin), null),
    };

    [Theory, MemberData(nameof(Rows))]
    public void Is_judged_by_the_later_of_the_two(string why)
    {
        var (read, denied) = Table[why];
        var run = new Run().Do(new PolicyInput.CredentialPresented(InDoubt, LobbyKeypad, read));
        Assert.Equal(denied, denied is null ? run.Event(EventKind.AccessGranted).Reason : run.Event(EventKind.AccessDenied).Reason);
    }

    [Fact]
    public void Without_the_doubt_the_very_same_clock_would_open() => Assert.NotNull(
        new Run().Do(new PolicyInput.CredentialPresented(InDoubt with { NotBefore = null }, LobbyKeypad, Table["what expired stays expired"].Read))
            .Event(EventKind.AccessGranted));

    [Fact]
    public void Is_told_once_and_its_end_as_well()
    {
        var run = new Run();
        run.Do(new PolicyInput.BridgeStarted(InDoubt)).Do(new PolicyInput.ContactSensed(InDoubt, Lobby, DoorPhysicalState.Closed));
        Assert.Equal("ClockInDoubt BridgeStarted DoorClosed", run.Log);
        Assert.True(run.State.ClockInDoubt);
        run.Contact(DoorPhysicalState.Open).Contact(DoorPhysicalState.Closed);
        Assert.Equal("ClockRestored DoorOpened DoorForcedOpen DoorClosed DoorForcedOpenRestored", run.Log);
    }

    [Fact]
    public void A_person_who_accepts_the_clock_is_named()
    {
        var run = new Run().Do(new PolicyInput.BridgeStarted(InDoubt)).Do(new PolicyInput.ClockAccepted(InDoubt with { NotBefore = null }, new("lead")));
        Assert.Equal(new ActorId("lead"), run.Event(EventKind.ClockRestored).Actor);
    }

    [Fact]
    public void The_doubt_goes_on_into_deadlines() => Assert.True(InDoubt.Plus(Seconds(2)).IsInDoubt());
}
