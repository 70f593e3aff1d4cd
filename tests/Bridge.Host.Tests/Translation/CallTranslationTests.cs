using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Calls;

namespace Bridge.Host.Tests.Translation;

public sealed class CallTranslationTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private readonly CallTranslation calls;

    public CallTranslationTests()
    {
        register = LobbyTower.OpenRegister(folder);
        calls = new CallTranslation(new WiringIndex(LobbyTower.Wiring), HouseholdLookup.In(register));
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    public static TheoryData<IntercomCallKind, IntercomEndReason?, CallStep[], string> Kinds => new()
    {
        { IntercomCallKind.Started, null, [CallStep.Started], "a call" },
        { IntercomCallKind.Ringing, null, [CallStep.Ringing], "it rings" },
        { IntercomCallKind.Answered, null, [CallStep.Answered], "they speak" },
        { IntercomCallKind.UnlockRequested, null, [CallStep.UnlockRequested], "the unit's yes" },
        { IntercomCallKind.UnlockMissed, null, [], "too late to be obeyed" },
        { IntercomCallKind.Denied, null, [CallStep.Denied], "the unit's no" },
        { IntercomCallKind.NoAnswer, null, [CallStep.NoAnswer], "nobody came" },
        { IntercomCallKind.Busy, null, [CallStep.Busy], "engaged" },
        { IntercomCallKind.Held, null, [CallStep.Held], "waiting" },
        { IntercomCallKind.Resumed, null, [CallStep.Resumed], "speaking again" },
        { IntercomCallKind.Transferred, null, [CallStep.Transferred], "somebody else's" },
        { IntercomCallKind.KeyPressed, null, [], "nobody's business" },
        { IntercomCallKind.Ended, null, [CallStep.Ended], "without a reason" },
        { IntercomCallKind.Ended, IntercomEndReason.Normal, [CallStep.Ended], "hung up" },
        { IntercomCallKind.Ended, IntercomEndReason.Far, [CallStep.Ended], "the unit hung up" },
        { IntercomCallKind.Ended, IntercomEndReason.Cancelled, [CallStep.Ended], "given up at the panel" },
        { IntercomCallKind.Ended, IntercomEndReason.NoAnswer, [CallStep.NoAnswer], "nobody came, and only the end says so" },
        { IntercomCallKind.Ended, IntercomEndReason.Denied, [CallStep.Denied, CallStep.Ended], "a no that only the end tells of" },
        { IntercomCallKind.Ended, IntercomEndReason.Fault, [CallStep.Faulted], "the station does not work" },
        { IntercomCallKind.Ended, IntercomEndReason.Restart, [CallStep.Ended], "cut" },
        { IntercomCallKind.Ended, IntercomEndReason.Stale, [CallStep.Ended], "its end was never told" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void EveryWordOfAnIntercomHasItsStep(IntercomCallKind kind, IntercomEndReason? reason, CallStep[] steps, string why)
    {
        var told = Told(kind) with { Reason = reason };
        Assert.True(steps.SequenceEqual(calls.Translate(told).Select(notice => notice.Step)), why);
        Assert.All(calls.Translate(told), notice => Assert.Equal(reason is null, notice.Detail is null));
    }

    [Fact]
    public void TheTableIsWhole()
    {
        Assert.Equal(Enum.GetValues<IntercomCallKind>(), Kinds.Select(row => row.Data.Item1).Distinct().Order());
        Assert.Equal(Enum.GetValues<IntercomEndReason>(), Kinds.Select(row => row.Data.Item2).OfType<IntercomEndReason>().Distinct().Order());
    }

    [Fact]
    public void ACallIsNamedByItsPanelInTheSiteFileAndItsUnitByTheRegister()
    {
        var notice = Assert.Single(calls.Translate(Told(IntercomCallKind.Started)));
        Assert.Equal((LobbyTower.Front, new CallId("17")), (notice.Panel, notice.Call));
        Assert.Equal(new HouseholdId(LobbyTower.Usual), notice.Household!.Household);
        Assert.Equal(2, notice.Household.Stations);
    }

    public static TheoryData<string?, string?, string> Units => new()
    {
        { "77", LobbyTower.Special, "the site file says which unit this number is" },
        { "91203", LobbyTower.Usual, "the second station" },
        { "4444", null, "nobody lives there" },
        { null, null, "the wire does not tell" },
    };

    [Theory, MemberData(nameof(Units))]
    public void TheUnitIsLookedUpUnderThePanelsLobby(string? unit, string? household, string why) => Assert.True(
        Assert.Single(calls.Translate(Told(IntercomCallKind.Started) with { Unit = unit })).Household?.Household.Value == household, why);

    [Fact]
    public void AnUnlockKeyThatNamesNoUnitIsAnotherStep() =>
        Assert.Equal(CallStep.UnlockByUnknown, Assert.Single(calls.Translate(Told(IntercomCallKind.UnlockRequested) with { Unit = null })).Step);

    [Fact]
    public void WhatIsAboutNoCallOrNoPanelOfALobbyIsNothing()
    {
        Assert.Empty(calls.Translate(Told(IntercomCallKind.UnlockRequested) with { CallId = "" }));
        Assert.Empty(calls.Translate(Told(IntercomCallKind.Started) with { Panel = LobbyTower.Apart }));
        Assert.Empty(calls.Translate(Told(IntercomCallKind.Started) with { Panel = new PointId(LobbyTower.Station.Device, "P9") }));
    }

    private static DeviceEvent.IntercomCall Told(IntercomCallKind kind) => new(LobbyTower.Station, 1, "17", 3, kind) { Unit = "1203" };
}
