using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A case of every kind in every place it can stand at, always case 1; the guest "g" is announced and the tour "t" is booked.</summary>
static class DeskScenes
{
    public static readonly Dictionary<string, Func<DeskRun>> All = new()
    {
        ["undecided, open"] = () => Day().Open(Category.Undecided),
        ["undecided, the unit was dialled"] = () => Day().Calls(A1203).Call(CallStep.Ringing),
        ["undecided, the unit said yes"] = () => Day().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested),
        ["forgotten card, open"] = () => Day().Open(Category.ForgottenCard),
        ["forgotten card, cleared"] = () => Known(),
        ["forgotten card, opening"] = () => Known().Press(),
        ["forgotten card, entered"] = () => Known().Press().GoesIn(),
        ["forgotten card, nobody came"] = () => Known().Press().Released().After(9),
        ["forgotten card, nobody knows"] = () => Known().Press().Released(ReleaseOutcome.Unknown),
        ["forgotten card, the door failed"] = () => Known().Press().After(14).Released(ReleaseOutcome.Refused),
        ["forgotten card, the door failed too late"] = () => Known().After(29).Press().After(2).Released(ReleaseOutcome.NotSent),
        ["forgotten card, unseen"] = () => Day().Open(Category.ForgottenCard, door: Building.Garage).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press()
            .Released(door: Building.Garage).After(40),
        ["forgotten card, closed"] = () => Known().Press().GoesIn().After(61),
        ["self-declared, asked"] = () => Claims(),
        ["self-declared, talking"] = () => Claims().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered),
        ["self-declared, cleared by the unit"] = () => Claims().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested),
        ["self-declared, nobody in"] = () => Claims().NobodyAnswers(A1203),
        ["self-declared, matched"] = () => Claims().NobodyAnswers(A1203).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, true), null)),
        ["self-declared, cleared by name"] = () => Named(),
        ["self-declared, opening"] = () => Named().Press(),
        ["self-declared, refused"] = () => Claims().Calls(A1203).Call(CallStep.Denied),
        ["leader, open"] = () => Day().Open(Category.ListedLeader),
        ["employee, badge checked"] = () => Badge(),
        ["employee, cleared"] = () => Badge().Act(id => new CaseAct.CompareLikeness(id, true)),
        ["employee, opening"] = () => Badge().Act(id => new CaseAct.CompareLikeness(id, true)).Press(),
        ["employee, asked for"] = () => Day().Open(Category.Employee).Act(id => new CaseAct.ConfirmEmployee(id, Person("e"))),
        ["announced, open"] = () => Day().Open(Category.AnnouncedVisitor),
        ["announced, cleared"] = () => Guest(),
        ["announced, opening"] = () => Guest().Press(),
        ["visitor, open"] = () => Day().Open(Category.Visitor),
        ["visitor, asked"] = () => Visits(),
        ["visitor, on hold, the host spoke"] = () => Visits().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered).Act(id => new CaseAct.Hold(id)),
        ["visitor, on hold"] = () => Visits().Act(id => new CaseAct.Hold(id)),
        ["visitor, yes over"] = () => Visits().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested).After(60),
        ["visitor, cancelled"] = () => Visits().Act(id => new CaseAct.Cancel(id)),
        ["visitor, expired"] = () => Visits().After(600),
        ["officers, asked"] = () => Officers(),
        ["officers, cleared"] = () => Officers().Reply(Office, Answer.Yes),
        ["officers, opening"] = () => Officers().Reply(Office, Answer.Yes).Press(),
        ["tour, open"] = () => Day().Open(Category.Tour),
        ["tour, cleared"] = () => Tour(),
        ["tour, entered"] = () => Tour().Press().GoesIn(),
        ["pass, checked"] = () => Pass(),
        ["pass, recording"] = () => Pass().Act(id => new CaseAct.CompareLikeness(id, true)),
        ["pass, cleared"] = () => Stored(Pass().Act(id => new CaseAct.CompareLikeness(id, true))),
        ["pass, opening"] = () => Stored(Pass().Act(id => new CaseAct.CompareLikeness(id, true))).Press(),
        ["pass, entered"] = () => Stored(Pass().Act(id => new CaseAct.CompareLikeness(id, true))).Press().GoesIn(),
        ["emergency, opening"] = () => Day().Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police)),
    };

    static DeskRun Day()
    {
        var desk = new DeskRun("09:00:00");
        return desk.GateSays(new GateAct.Announce(new(new("g"), A1203, 1, null, false, false), Confirmed: true))
            .OfficeSays(new TourAct.Book(new(new("t"), A, 12, desk.Now.Wall, desk.Now.Wall.AddHours(1))));
    }

    static DeskRun Known() => Day().Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying));

    static DeskRun Claims() => Day().Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1203, Person("n")));

    static DeskRun Named() => Claims().NobodyAnswers(A1203).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, true), null)).Act(id => new CaseAct.CompareAppearance(id, true));

    static DeskRun Badge() => Day().Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231, null));

    static DeskRun Guest() => Day().Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("g"), 1, true));

    static DeskRun Visits() => Day().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v")));

    static DeskRun Officers() => Day().Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, 2, Person("o")));

    static DeskRun Tour() => Day().Open(Category.Tour).Act(id => new CaseAct.PresentTour(id, new("t"), 3));

    static DeskRun Pass() => Day().Open(Category.PassHolder).Act(id => new CaseAct.PresentPass(id, DecoratorPass, null));

    static DeskRun Stored(DeskRun desk) => desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, desk.Case.Record!));
}
