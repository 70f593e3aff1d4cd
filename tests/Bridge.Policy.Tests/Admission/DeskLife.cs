using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>
/// Random work at the desk, from a seed. A step is mostly a sensible next act for the last case, because chance alone never gets as far as an
/// opening; now and then anything at all.
/// </summary>
sealed class DeskLife(ulong seed)
{
    static readonly double[] Waits = [0, 0, 0, 0.5, 1, 5, 15, 20, 29.9999999, 30, 30.0000001, 59.9999999, 60, 60.0000001, 120, 180, 300, 600, 1200];
    static readonly Party[] Parties = [Assistant, Assistant, Assistant, Assistant, TeamLead, AssistantB, Gate, ControlRoom, Office, Supervisor, new(Assistant.Actor, Role.OfficeDutyOfficer, null)];
    static readonly HouseholdFacts[] Households = [A1203, A1502, A1801, B0301];
    static readonly Category[] Categories = [.. Enum.GetValues<Category>()];
    static readonly AnnouncementId Guest = new("g");
    static readonly TourId Tour = new("t");

    ulong state = seed;
    int call;

    public TimeSpan Wait() => TimeSpan.FromSeconds(Waits[Below(Waits.Length)]);

    public int Below(int bound)
    {
        // SplitMix64: small, fast, and the same everywhere.
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
        }
    }

    public PolicyInput Next(BuildingState building, Moment at)
    {
        var cases = building.Admission.Cases;
        var last = cases.GetValueOrDefault(new(building.Admission.CaseCount));
        return Below(10) switch
        {
            0 => Anything(building, at, last),
            1 or 2 => Others(building, at, last),
            _ when last is null || last.Status is CaseStatus.Refused or CaseStatus.Expired or CaseStatus.Cancelled or CaseStatus.Closed => Act(at, Open()),
            _ => Act(at, Sensible(last)),
        };
    }

    PolicyInput.CaseActed Act(Moment at, CaseAct act) => new(at, Below(4) == 0 ? Parties[Below(Parties.Length)] : Assistant, act);

    CaseAct Open()
    {
        var door = Below(6) == 0 ? Building.Garage : Building.Lobby;
        var category = Categories[Below(Categories.Length)];
        return category == Category.Emergency && Below(2) == 0
            ? new CaseAct.EmergencyEntry(A, door, EmergencyReason.Medical)
            : new CaseAct.Open(A, door, category, null);
    }

    CaseAct Sensible(CaseState one) => one.Status switch
    {
        CaseStatus.Cleared => new CaseAct.PressOpen(one.Case, Below(8) == 0 ? Building.Garage : one.Door, null, null),
        CaseStatus.Entered or CaseStatus.NotEntered or CaseStatus.Unseen or CaseStatus.Unknown or CaseStatus.Opening =>
            Below(2) == 0 ? Open() : new CaseAct.PressOpen(one.Case, one.Door, Below(2) == 0 ? "trolley" : null, null),
        _ => Step(one),
    };

    CaseAct Step(CaseState one) => one.Category switch
    {
        Category.Undecided => new CaseAct.ChangeCategory(one.Case, Categories[Below(Categories.Length)]),
        Category.ForgottenCard => new CaseAct.RecogniseResident(one.Case, Below(5) == 0 ? MaLan : WangXiuying),
        Category.SelfDeclaredResident => Claim(one),
        Category.ListedLeader => new CaseAct.RecogniseLeader(one.Case, Below(4) == 0 ? null : He, null),
        Category.Employee => Badge(one),
        Category.AnnouncedVisitor => new CaseAct.MatchAnnouncement(one.Case, Guest, 1 + Below(3), Below(4) != 0),
        Category.Visitor => Below(3) == 0 ? new CaseAct.HeardFromHousehold(one.Case, Below(3) != 0)
            : new CaseAct.DescribeVisit(one.Case, Households[Below(Households.Length)], Below(5) != 0, 1 + Below(2), Person("visitor")),
        Category.GovernmentOfficer => new CaseAct.DescribeParty(one.Case, 1 + Below(3), Person("officers")),
        Category.Tour => Below(2) == 0 ? new CaseAct.DescribeParty(one.Case, 2, Person("tour")) : new CaseAct.PresentTour(one.Case, Tour, 1 + Below(12)),
        Category.PassHolder => Pass(one),
        Category.Emergency => new CaseAct.EmergencyEntry(A, one.Door, EmergencyReason.Medical),
    };

    CaseAct Claim(CaseState one) => Below(5) switch
    {
        0 => new CaseAct.TypeName(one.Case, new((NameAnswer)Below(4), Below(2) == 0), Person("name")),
        1 => new CaseAct.CompareAppearance(one.Case, Below(3) != 0),
        2 => new CaseAct.HeardFromHousehold(one.Case, Below(2) == 0),
        _ when one.Unanswered > 1 => new CaseAct.TypeName(one.Case, new(NameAnswer.Match, Below(2) == 0), Person("name")),
        _ => new CaseAct.NameHousehold(one.Case, Households[Below(Households.Length)], Person("name")),
    };

    CaseAct Badge(CaseState one) => Below(5) switch
    {
        0 => new CaseAct.ConfirmEmployee(one.Case, Person("employee")),
        1 or 2 => new CaseAct.CompareLikeness(one.Case, Below(5) != 0),
        _ => new CaseAct.PresentBadge(one.Case, Badge0231, null),
    };

    CaseAct Pass(CaseState one) => Below(5) switch
    {
        0 => new CaseAct.UsePaperSheet(one.Case, $"S-{Below(3)}"),
        1 or 2 => new CaseAct.CompareLikeness(one.Case, Below(5) != 0),
        _ => new CaseAct.PresentPass(one.Case, DecoratorPass, null),
    };

    PolicyInput Others(BuildingState building, Moment at, CaseState? last)
    {
        if (last is { Status: CaseStatus.Recording, Record: { } record })
        {
            return new PolicyInput.RecordStored(at, last.Case, Below(4) == 0 ? record with { Ordinal = record.Ordinal + 1 } : record);
        }

        if (last?.Request is { Target: not RequestTarget.Household } asked)
        {
            var by = asked.Target == RequestTarget.ControlRoom ? ControlRoom : Office;
            return new PolicyInput.RequestActed(at, Below(4) == 0 ? Parties[Below(Parties.Length)] : by, Reply(asked.Id));
        }

        return last?.Category switch
        {
            Category.AnnouncedVisitor => new PolicyInput.GateActed(at, Gate, GateSays()),
            Category.Tour => new PolicyInput.TourActed(at, Office, new TourAct.Book(new(Tour, A, 12, at.Wall.AddMinutes(-Below(60)), at.Wall.AddMinutes(Below(60))))),
            _ => Call(building, at, last),
        };
    }

    RequestAct Reply(RequestId id) => Below(6) switch
    {
        0 => new RequestAct.Acknowledge(id),
        1 => new RequestAct.Reply(id, (Answer)Below(5), null, null),
        _ => new RequestAct.Reply(id, Answer.Yes, Below(3) == 0 ? 1 + Below(2) : null, null),
    };

    GateAct GateSays() => Below(4) switch
    {
        0 => new GateAct.Cancel(Guest),
        1 => new GateAct.Confirm(Guest, Below(2) == 0),
        _ => new GateAct.Announce(new(Guest, Households[Below(3)], 1 + Below(2), Person("guest"), Below(3) == 0, OverRadio: false), Below(4) != 0),
    };

    PolicyInput.CallTold Call(BuildingState building, Moment at, CaseState? last)
    {
        var household = last?.Household is { } own && Below(6) != 0 ? own : Households[Below(Households.Length)];
        var live = building.Admission.Calls.IsEmpty ? null : building.Admission.Calls.Values.Last();
        if (live is null || Below(8) == 0)
        {
            call++;
            return new(at, new(Below(8) == 0 ? PanelB : PanelA, new($"c{call:0000}"), CallStep.Started, household, null));
        }

        var step = Below(4) == 0 ? (CallStep)Below(12) : live.Status == CallStatus.Calling ? CallStep.Ringing : Below(2) == 0 ? CallStep.UnlockRequested : CallStep.Answered;
        return new(at, new(live.Panel, live.Call, step, household, null));
    }

    PolicyInput Anything(BuildingState building, Moment at, CaseState? last)
    {
        var id = new CaseId(1 + Below((int)building.Admission.CaseCount + 1));
        return Below(12) switch
        {
            0 => new PolicyInput.BridgeStarted(at),
            1 => new PolicyInput.ConfigurationApplied(at, Rules),
            2 => new PolicyInput.LinkSensed(at, Building.Lobby, Below(3) != 0, ""),
            3 => new PolicyInput.ModeRequested(at, Building.Lobby, Below(2) == 0 ? DoorModeRequest.Block : DoorModeRequest.Lock, new("lead")),
            4 => Act(at, new CaseAct.Cancel(id)),
            5 => Act(at, new CaseAct.Hold(id)),
            6 => Act(at, new CaseAct.HostAtDoor(id)),
            7 => Act(at, new CaseAct.Ask(id)),
            8 => Act(at, new CaseAct.PressOpen(id, Building.Lobby, "again", null)),
            9 => new PolicyInput.RequestActed(at, Parties[Below(Parties.Length)], new RequestAct.Reply(new(1 + Below((int)building.Admission.RequestCount + 1)), Answer.Yes, null, null)),
            10 => new PolicyInput.AlertActed(at, Patrol, Below(2) == 0 ? new AlertAct.Acknowledge(new(1)) : new AlertAct.Finish(new(1), AlertResult.NotFound)),
            _ => new PolicyInput.ContactSensed(at, last?.Door ?? Building.Lobby, Below(2) == 0 ? DoorPhysicalState.Open : DoorPhysicalState.Closed),
        };
    }
}
