using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Household = Bridge.Policy.Admission.HouseholdFacts;

namespace Bridge.Host.Tests.Translation;

public sealed class HouseholdLookupTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private readonly HouseholdLookup households;

    public HouseholdLookupTests()
    {
        register = LobbyTower.OpenRegister(folder);
        households = HouseholdLookup.In(register);
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string, string, string?, string> Units => new()
    {
        { "A-1203", "a", LobbyTower.Usual, "as the register writes it" },
        { "ａ 1203", "a", LobbyTower.Usual, "as somebody types it" },
        { "1203", "a", LobbyTower.Usual, "the number of its station" },
        { "21203", "b", LobbyTower.Elsewhere, "a station under the other lobby" },
        { "1203", "b", null, "the number of a station under another lobby" },
        { "91203", "a", LobbyTower.Usual, "its second station" },
        { "1801", "a", LobbyTower.Special, "the control room's" },
        { "A-1203", "b", null, "under another lobby" },
        { "9999", "a", null, "nobody's" },
        { "", "a", null, "nothing" },
    };

    [Theory, MemberData(nameof(Units))]
    public void AUnitIsAHouseholdOfItsLobby(string unit, string lobby, string? household, string why) =>
        Assert.True(households.Find(unit, new LobbyId(lobby))?.Household.Value == household, why);

    [Theory, MemberData(nameof(Units))]
    public void TheDeskFindsAUnitByEverythingByWhichACallFindsIt(string unit, string lobby, string? household, string why)
    {
        var desk = new RegisterFacts(() => register.Current, TimeProvider.System, TimeZoneInfo.Utc);
        Assert.True(desk.Household(unit, new LobbyId(lobby))?.Household.Value == household, why);
    }

    [Fact]
    public void TheFactsAreWhatADecisionNeeds()
    {
        Assert.Equal(new Household(new HouseholdId(LobbyTower.Usual), LobbyTower.Lobby, ThroughControlRoom: false, Stations: 2), households.Find("A-1203", LobbyTower.Lobby));
        Assert.Equal(
            new Household(new HouseholdId(LobbyTower.Special), LobbyTower.Lobby, ThroughControlRoom: true, Stations: 1), households.Facts(new HouseholdId(LobbyTower.Special)));
        Assert.Null(households.Facts(new HouseholdId("gone")));
    }

    [Fact]
    public void StationsAreCountedFromOne() => Assert.Equal(
        [null, "1203", "91203", null],
        Enumerable.Range(0, 4).Select(station => households.Station(new HouseholdId(LobbyTower.Usual), station)));

    [Fact]
    public void WhoMovesInIsKnownAtOnce()
    {
        Assert.Null(households.Find("A-0602", LobbyTower.Lobby));
        register.Apply([new ResidentEdit.PutHousehold(new("h-0602", "A-0602", "a", ClearanceRoute.Direct, ChildrenMayAnswer: true))], "office-1");
        Assert.Equal(0, households.Find("A-0602", LobbyTower.Lobby)!.Stations);
    }

    [Fact]
    public void WithoutARegisterNobodyLivesAnywhere()
    {
        Assert.Null(HouseholdLookup.In(null).Find("A-1203", LobbyTower.Lobby));
        Assert.Null(HouseholdLookup.Nobody.Station(new HouseholdId(LobbyTower.Usual), 1));
    }
}
