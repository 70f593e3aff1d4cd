using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;

namespace Bridge.Simulators.People;

/// <summary>Who comes to the visitors' entrance in the morning, and how the units that are called behave.</summary>
public static class Guests
{
    /// <summary>A guest whom the gate announces is announced so long before he is there.</summary>
    public static readonly TimeSpan WayFromTheGate = TimeSpan.FromSeconds(4);

    public static IReadOnlyList<Guest> Morning { get; } =
    [
        At(8, GuestKind.AnnouncedVisitor, "Gu Yifan", VisitorsEntrance.Front, "We are two, for A-0602. The gate knows.")
            with { Unit = "A-0602", Host = "Pei Lan", HeadCount = 2 },
        At(18, GuestKind.Visitor, "Jiang Bo", VisitorsEntrance.Rear, "I am visiting Xue Qing in A-0805.")
            with { Unit = "A-0805", Host = "Xue Qing", Intercom = VisitorsEntrance.Station, Panel = VisitorsEntrance.RearPanel },
        At(35, GuestKind.SelfDeclaredResident, "Nie Chuan", VisitorsEntrance.Front, "I live in A-1502. I have no card and no code.")
            with { Unit = "A-1502" },
        At(60, GuestKind.Visitor, "Yao Jing", VisitorsEntrance.Rear, "I am visiting Shen Anran in A-1203.")
            with { Unit = "A-1203", Host = "Shen Anran", Intercom = VisitorsEntrance.OldPanel, Panel = "rear" },
        At(95, GuestKind.Visitor, "Fu Kai", VisitorsEntrance.Rear, "To Mo Li in A-0903, she knows me.")
            with { Unit = "A-0903", Host = "Mo Li", Intercom = VisitorsEntrance.OldPanel, Panel = "rear", IsTurnedAway = true, Refusal = "household_refused" },
        At(130, GuestKind.PassHolder, "Deng Hui", VisitorsEntrance.Rear, "Parcels. Here is my pass, P-0555.")
            with { Pass = "P-0555" },
        At(150, GuestKind.PassHolder, "Kang Ping", VisitorsEntrance.Rear, "The decorator of A-0805. My pass, P-0433.")
            with { Pass = "P-0433", Refusal = "pass_expired" },
        At(170, GuestKind.GovernmentOfficer, "Inspector Lu", VisitorsEntrance.Front, "Fire inspection, we are two.")
            with { Organisation = "District Fire Brigade", HeadCount = 2 },
    ];

    /// <summary>Tells the units what to do. The one that nobody has told anything does not answer: A-1502.</summary>
    public static void Instruct(World world)
    {
        world.Intercoms[VisitorsEntrance.Station].Board.Conduct("0805", new UnitConduct(UnitReaction.Answers, After: 2, UnlocksAfter: 1, Talks: 3));
        world.Intercoms[VisitorsEntrance.OldPanel].Board.Conduct("1203", new UnitConduct(UnitReaction.DoesNotAnswer, UnlocksAfter: 2));
        world.Intercoms[VisitorsEntrance.OldPanel].Board.Conduct("0903", new UnitConduct(UnitReaction.Answers, After: 1, Talks: 6));
        world.Intercoms[VisitorsEntrance.Station].Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 2, UnlocksAfter: 1, Talks: 3));
        world.Intercoms[VisitorsEntrance.Station].Board.Conduct("0903", new UnitConduct(UnitReaction.Refuses, After: 3));
        world.Intercoms[VisitorsEntrance.Station].Board.Conduct("0602", new UnitConduct(UnitReaction.Answers, After: 2, UnlocksAfter: 2, Talks: 5));
    }

    private static Guest At(int second, GuestKind kind, string name, string door, string says) => new(TimeSpan.FromSeconds(second), kind, name, door, says);
}
