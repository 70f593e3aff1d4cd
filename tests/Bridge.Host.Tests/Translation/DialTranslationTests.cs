using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Calls;

namespace Bridge.Host.Tests.Translation;

/// <summary>What a panel is told to do.</summary>
public sealed class DialTranslationTests : IDisposable
{
    private static readonly Moment Deadline = new(TimeSpan.FromSeconds(2), JumpingTime.Monday);

    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private readonly EffectTranslation effects;

    public DialTranslationTests()
    {
        register = LobbyTower.OpenRegister(folder);
        effects = new EffectTranslation(new WiringIndex(LobbyTower.Wiring), HouseholdLookup.In(register));
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    public static TheoryData<DeviceEffect, DeviceCommand?, string> Commands => new()
    {
        { Dial(LobbyTower.Front, LobbyTower.Usual, 1), new DeviceCommand.Dial(LobbyTower.Station, "1203"), "the first station's number" },
        { Dial(LobbyTower.Front, LobbyTower.Usual, 2), new DeviceCommand.Dial(LobbyTower.Station, "91203"), "the second station's number" },
        { Dial(LobbyTower.Front, LobbyTower.Usual, 3), null, "there is no third" },
        { Dial(LobbyTower.Front, "gone", 1), null, "nobody of this id" },
        { Dial(LobbyTower.Bell, LobbyTower.Usual, 1), null, "a bell cannot dial" },
        { Dial(new PanelId("gone"), LobbyTower.Usual, 1), null, "no such panel" },
        { HangUp(LobbyTower.Front), new DeviceCommand.HangUp(LobbyTower.Station, "17"), "the call by the intercom's own name" },
        { HangUp(LobbyTower.Bell), null, "a bell cannot hang up" },
        { HangUp(new PanelId("gone")), null, "no such panel" },
    };

    [Theory, MemberData(nameof(Commands))]
    public void APanelIsToldWhatItCanDo(DeviceEffect effect, DeviceCommand? command, string why)
    {
        Assert.True(Equals(command, effects.ToCommand(effect)), why);
        Assert.Equal(CommandPriority.Indicator, EffectTranslation.Priority(effect));
    }

    [Fact]
    public void AStationThatIsWrittenAsTheUnitIsDialledByTheIntercomsNumber()
    {
        register.Apply([new ResidentEdit.PutStation(new IndoorStation(LobbyTower.Special, 1, "A-1801"))], "office-1");
        Assert.Equal(new DeviceCommand.Dial(LobbyTower.Station, "77"), effects.ToCommand(Dial(LobbyTower.Front, LobbyTower.Special, 1)));
    }

    private static DeviceEffect.Dial Dial(PanelId panel, string household, int station) => new(Deadline, panel, new HouseholdId(household), station);

    private static DeviceEffect.HangUp HangUp(PanelId panel) => new(Deadline, new CallKey(panel, new CallId("17")));
}
