using System.Collections.Immutable;
using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>The estate of the procedure's scenarios: its lobbies, its people, and what the register says of them.</summary>
static class Estate
{
    public static readonly LobbyId A = new("A");
    public static readonly LobbyId B = new("B");
    public static readonly PanelId PanelA = new("panel.a");
    public static readonly PanelId PanelB = new("panel.b");

    public static readonly Party Assistant = new(new("chen-xiao"), Role.LobbyAssistant, A);
    public static readonly Party TeamLead = new(new("zhou-min"), Role.TeamLead, A);
    public static readonly Party AssistantB = new(new("lin-ting"), Role.LobbyAssistant, B);
    public static readonly Party Gate = new(new("ma-chao"), Role.GatePost, null);
    public static readonly Party ControlRoom = new(new("zheng-ying"), Role.ControlRoom, null);
    public static readonly Party Office = new(new("wu-lei"), Role.OfficeDutyOfficer, null);
    public static readonly Party Supervisor = new(new("he-jing"), Role.CsSupervisor, null);
    public static readonly Party Patrol = new(new("zhao-gang"), Role.Patrol, null);
    public static readonly Party SecondPatrol = new(new("sun-hao"), Role.Patrol, null);

    public static readonly HouseholdFacts A1203 = new(new("h-1203"), A, ThroughControlRoom: false, Stations: 2);
    public static readonly HouseholdFacts A1502 = A1203 with { Household = new("h-1502"), Stations = 1 };
    public static readonly HouseholdFacts A0903 = A1203 with { Household = new("h-0903") };
    public static readonly HouseholdFacts A1801 = A1203 with { Household = new("h-1801"), ThroughControlRoom = true };
    public static readonly HouseholdFacts B0301 = A1203 with { Household = new("h-b-0301"), Lobby = B };

    public static readonly ResidentFacts WangXiuying = new(new("r-wang"), A1203 with { Household = new("h-0805") }, ResidentStanding.Active);
    public static readonly ResidentFacts MaLan = new(new("r-ma"), A1203 with { Household = new("h-0304") }, ResidentStanding.MovedOut);

    public static readonly LeaderFacts He = new(new("l-he"), null, new DateOnly(2026, 12, 31));
    public static readonly BadgeFacts Badge0231 = new(new("b-0231"), DocumentStatus.Active, new DateOnly(2026, 12, 31));
    public static readonly PassFacts MilkPass = Pass("p-0110", "05:30", "07:30", Enum.GetValues<DayOfWeek>());
    public static readonly PassFacts DecoratorPass = Pass("p-0457", "08:00", "18:00", [.. Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday)]);

    public static readonly BuildingRules Rules = Building.Rules with
    {
        Admission = new AdmissionRules(
            ImmutableSortedDictionary<LobbyId, LobbyRules>.Empty
                .Add(A, new(A, [Building.Lobby, Building.Garage], Panels(PanelA, Building.Lobby), [new("P1"), new("P2")]))
                .Add(B, new(B, [Building.Stairs], Panels(PanelB, Building.Stairs), [])),
            AdmissionTimes.Default,
            AdmissionSwitches.Default),
    };

    public static BuildingRules With(AdmissionSwitches switches) => Rules with { Admission = Rules.Admission with { Switches = switches } };

    public static SealedPerson Person(string name) => new(new(name), "digest-" + name);

    static PassFacts Pass(string id, string from, string until, DayOfWeek[] days) => new(
        new(id), DocumentStatus.Active, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), [.. days],
        new(TimeSpan.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Parse(until, System.Globalization.CultureInfo.InvariantCulture)), [A]);

    static ImmutableSortedDictionary<PanelId, PanelRules> Panels(PanelId panel, DoorId door) =>
        ImmutableSortedDictionary<PanelId, PanelRules>.Empty.Add(panel, new(door, CanDial: true));
}
