using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Every kind of input that concerns a desk, by everybody who could send it, for the first case there is and for one there is not.</summary>
static class DeskInputs
{
    static readonly Party[] Parties = [Assistant, TeamLead, AssistantB, Gate, ControlRoom, Office, Supervisor, Patrol];

    public static IEnumerable<PolicyInput> All(Moment at)
    {
        foreach (var by in Parties)
        {
            foreach (var act in Acts(new(1)).Concat(Acts(new(99))))
            {
                yield return new PolicyInput.CaseActed(at, by, act);
            }

            yield return new PolicyInput.RequestActed(at, by, new RequestAct.Acknowledge(new(1)));
            foreach (var answer in Enum.GetValues<Answer>())
            {
                yield return new PolicyInput.RequestActed(at, by, new RequestAct.Reply(new(1), answer, null, null));
            }

            yield return new PolicyInput.GateActed(at, by, new GateAct.Announce(new(new("g"), A1203, 1, null, false, false), Confirmed: true));
            yield return new PolicyInput.GateActed(at, by, new GateAct.Confirm(new("g"), false));
            yield return new PolicyInput.GateActed(at, by, new GateAct.Cancel(new("g")));
            yield return new PolicyInput.TourActed(at, by, new TourAct.Book(new(new("t"), A, 12, at.Wall, at.Wall.AddHours(1))));
            yield return new PolicyInput.TourActed(at, by, new TourAct.Cancel(new("t")));
            foreach (var input in Watching(at, by))
            {
                yield return input;
            }
        }

        foreach (var household in new[] { A1203, A1801, B0301, null })
        {
            foreach (var step in Enum.GetValues<CallStep>())
            {
                yield return new PolicyInput.CallTold(at, new(PanelA, new("call-1"), step, household, null));
                yield return new PolicyInput.CallTold(at, new(new("gone"), new("call-1"), step, household, null));
            }
        }

        yield return new PolicyInput.RecordStored(at, new(1), new(RecordForm.VisitorLog, 202603, 1));
        yield return new PolicyInput.SecurityNoticed(at, SecurityMatter.SignInFailed, null, "as told");
    }

    static IEnumerable<PolicyInput> Watching(Moment at, Party by)
    {
        foreach (var act in new AlertAct[] { new AlertAct.Acknowledge(new(1)), new AlertAct.Decline(new(1)), new AlertAct.EnRoute(new(1)), new AlertAct.OnScene(new(1)),
            new AlertAct.Finish(new(1), AlertResult.NotFound), new AlertAct.CalledByRadio(new(1), Person("p")) })
        {
            yield return new PolicyInput.AlertActed(at, by, act);
        }

        foreach (var act in new AlarmAct[] { new AlarmAct.Claim(new(1)), new AlarmAct.Acknowledge(new(1)), new AlarmAct.Close(new(1), Person("c")) })
        {
            yield return new PolicyInput.AlarmActed(at, by, act);
        }
    }

    public static IEnumerable<CaseAct> Acts(CaseId id)
    {
        yield return new CaseAct.Open(A, Building.Lobby, Category.Visitor, null);
        yield return new CaseAct.ChangeCategory(id, Category.Employee);
        yield return new CaseAct.RecogniseResident(id, WangXiuying);
        yield return new CaseAct.NameHousehold(id, A1203, Person("n"));
        yield return new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v"));
        yield return new CaseAct.DescribeParty(id, 2, Person("o"));
        yield return new CaseAct.Ask(id);
        yield return new CaseAct.HeardFromHousehold(id, true);
        yield return new CaseAct.TypeName(id, new(NameAnswer.Match, false), null);
        yield return new CaseAct.CompareAppearance(id, true);
        yield return new CaseAct.RecogniseLeader(id, He, null);
        yield return new CaseAct.PresentBadge(id, Badge0231, null);
        yield return new CaseAct.ConfirmEmployee(id, Person("e"));
        yield return new CaseAct.CompareLikeness(id, true);
        yield return new CaseAct.MatchAnnouncement(id, new("g"), 1, true);
        yield return new CaseAct.PresentPass(id, DecoratorPass, null);
        yield return new CaseAct.PresentTour(id, new("t"), 1);
        yield return new CaseAct.UsePaperSheet(id, "S-1");
        yield return new CaseAct.PressOpen(id, Building.Lobby, "reason", 1);
        yield return new CaseAct.Hold(id);
        yield return new CaseAct.HostAtDoor(id);
        yield return new CaseAct.Cancel(id);
        yield return new CaseAct.Refuse(id);
        yield return new CaseAct.CompleteRecord(id, Person("c"));
        yield return new CaseAct.AmendRecord(new(RecordForm.VisitorLog, 202603, 1), Person("a"));
        yield return new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Medical);
    }
}
