using System.Collections.Immutable;
using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>
/// The tower with a desk at its lobby door, a station that can dial, and an old bell that cannot; a second station stands at the stairs, where nobody waits.
/// </summary>
internal static class LobbyTower
{
    public const string Usual = "h-1203";
    public const string Special = "h-1801";
    public const string Elsewhere = "h-b-0101";

    public static readonly LobbyId Lobby = new("a");
    public static readonly PanelId Front = new("front");
    public static readonly PanelId Bell = new("bell");
    public static readonly PointId Station = new(Tower.Device(Tower.Lobby), "P1");
    public static readonly PointId BellSource = new(Tower.Device(Tower.Lobby), "bell");
    public static readonly PointId Apart = new(Tower.Device(Tower.Stairs), "P2");

    public static Wiring Wiring { get; } = Tower.Wiring with
    {
        Intercoms =
        [
            new IntercomWiring(Front.Value, Tower.Lobby, Station, new Dictionary<string, string> { ["77"] = "A-1801" }, CanDial: true) { Lobby = Lobby },
            new IntercomWiring(Bell.Value, Tower.Lobby, BellSource, new Dictionary<string, string>(), CanDial: false) { Lobby = Lobby },
            new IntercomWiring("apart", Tower.Stairs, Apart, new Dictionary<string, string>(), CanDial: true),
        ],
        Lobbies = [new LobbyWiring(Lobby, "A座大堂", "Lobby A")],
    };

    public static BuildingRules Rules { get; } = Tower.Rules with
    {
        Admission = AdmissionRules.None with
        {
            Lobbies = ImmutableSortedDictionary<LobbyId, LobbyRules>.Empty.Add(Lobby, new LobbyRules(
                Lobby, [Tower.Lobby],
                Wiring.Intercoms.Where(panel => panel.Lobby is not null)
                    .ToImmutableSortedDictionary(panel => new PanelId(panel.Panel), panel => new PanelRules(panel.Door, panel.CanDial)),
                [])),
        },
    };

    /// <summary>The register's file as it is.</summary>
    public static ResidentRegister Reopen(TestFolder folder) => Assert.IsType<ResidentRegisterOpened.Open>(ResidentRegister.Open(
        new ResidentRegisterOptions(new RegisterOptions(folder.File("residents.db"), folder.File("residents-pepper"), "tower"), folder.File("reason-key")),
        TimeProvider.System)).Register;

    /// <summary>A-1203 with two stations, A-1801 that the control room asks, and somebody under another lobby.</summary>
    public static ResidentRegister OpenRegister(TestFolder folder)
    {
        var register = Reopen(folder);
        ResidentEdit[] edits =
        [
            new ResidentEdit.PutHousehold(new Household(Usual, "A-1203", "a", ClearanceRoute.Direct, ChildrenMayAnswer: true)),
            new ResidentEdit.PutHousehold(new Household(Special, "A-1801", "a", ClearanceRoute.ControlRoom, ChildrenMayAnswer: false)),
            new ResidentEdit.PutHousehold(new Household(Elsewhere, "B-1203", "b", ClearanceRoute.Direct, ChildrenMayAnswer: true)),
            new ResidentEdit.PutStation(new IndoorStation(Usual, 1, "1203")),
            new ResidentEdit.PutStation(new IndoorStation(Usual, 2, "91203")),
            new ResidentEdit.PutStation(new IndoorStation(Special, 1, "1801")),
            new ResidentEdit.PutStation(new IndoorStation(Elsewhere, 1, "21203")),
        ];
        Assert.Equal(new ResidentEdited.Done(edits.Length), register.Apply(edits, "office-1"));
        return register;
    }
}
