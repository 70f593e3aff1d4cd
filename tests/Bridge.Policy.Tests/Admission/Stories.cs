using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>S01 to S11 of the procedure, at its own times.</summary>
static class Stories
{
    public static readonly DeskStory[] All =
    [
        new("S01 a forgotten card: no line, the reminder, one opening",
            () => new DeskRun("08:20:00").Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().GoesIn().At("08:22:00"),
            1, CaseStatus.Closed,
            "CaseOpened +RecognisedResident Open>Cleared AccessGranted Cleared>Opening RELEASE(lobby) tell(LobbyAssistant 1) LockReleased "
            + "DoorOpened AccessTaken Opening>Entered DoorClosed DoorFault LockSecured Entered>Closed"),
        new("S01 a resident who moved out: the team lead is told",
            () => new DeskRun("08:31:00").Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, MaLan)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened tell(TeamLead) Open>Refused(ResidentNotActive) refused(CaseEnded)"),
        new("S02 the unit's key is its yes, and the assistant opens",
            () => Claims(new DeskRun("09:05:00"), A1203).Calls(A1203).Call(CallStep.Ringing).After(9).Call(CallStep.Answered).At("09:05:41").Call(CallStep.UnlockRequested)
                .Call(CallStep.Ended).Press().GoesIn().At("09:07:00"),
            1, CaseStatus.Closed,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1203/1) CallStarted CallRinging CallAnswered CallUnlockRequested answer(Yes) "
            + "+HouseholdYes Waiting>Cleared CallEnded AccessGranted Cleared>Opening RELEASE(lobby) [DL-202603-0001 SelfDeclaredResident "
            + "unit=h-1203 consent=HouseholdYes who=claimed] LockReleased DoorOpened AccessTaken Opening>Entered [DL-202603-0001 Entered] "
            + "DoorClosed DoorFault LockSecured Entered>Closed"),
        new("S02 the unit refuses",
            () => Claims(new DeskRun("09:20:00"), A0903).Calls(A0903).Call(CallStep.Ringing).After(5).Call(CallStep.Answered).Call(CallStep.Denied).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-0903/1) CallStarted CallRinging CallAnswered answer(No) tell(TeamLead) "
            + "Waiting>Refused(HouseholdRefused) [DL-202603-0001 SelfDeclaredResident unit=h-0903 refused=HouseholdRefused who=claimed] "
            + "refused(CaseEnded)"),
        new("S02 a special unit is asked by the control room",
            () => Claims(new DeskRun("09:30:00"), A1801).Reply(ControlRoom, Answer.Yes).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(ControlRoom 1) answer(Yes) +ControlRoomYes Waiting>Cleared AccessGranted Cleared>Opening "
            + "RELEASE(lobby) [DL-202603-0001 SelfDeclaredResident unit=h-1801 consent=ControlRoomYes by=zheng-ying who=claimed] LockReleased "
            + "DoorOpened AccessTaken Opening>Entered [DL-202603-0001 Entered] DoorClosed"),
        new("S02 a special unit that is dialled at the door: not put through, and its key is nothing",
            () => new DeskRun("09:30:00").Calls(A1801).Call(CallStep.Ringing).Call(CallStep.UnlockRequested).Act(id => new CaseAct.ChangeCategory(id, Category.SelfDeclaredResident))
                .Press().Act(id => new CaseAct.NameHousehold(id, A1801, Person("claimed"))).Press(),
            0, CaseStatus.Waiting,
            "CallStarted CaseOpened CallRefused hang-up CallRinging CallUnlockRequested AnswerIgnored Open>Open refused(EvidenceMissing) "
            + "Open>Waiting ask(ControlRoom 1) refused(EvidenceMissing)"),
        new("S03 nobody in: the name, the picture, the patrol in the same commit",
            () => Matched(Claims(new DeskRun("14:01:40"), A1502).NobodyAnswers(A1502)).At("14:03:10").Press().GoesIn()
                .At("14:03:25").PatrolSays(alert => new AlertAct.Acknowledge(alert)).At("14:08:02").PatrolSays(alert => new AlertAct.Finish(alert, AlertResult.EnteredWithOwnKey)),
            1, CaseStatus.Closed,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1502/1) CallStarted CallRinging hang-up RequestEnded ask(Household 2) "
            + "dial(h-1502/1) CallEnded CallStarted CallRinging hang-up RequestEnded +NoAnswerProof Waiting>Verifying CallEnded NameCompared "
            + "+RegisterMatch +AppearanceAgrees Verifying>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [DL-202603-0001 "
            + "SelfDeclaredResident unit=h-1502 consent=NoAnswerProof who=claimed] AlertRaised LockReleased DoorOpened AccessTaken "
            + "Opening>Entered [DL-202603-0001 Entered] DoorClosed DoorFault LockSecured AlertAcknowledged [DL-202603-0001 AlertAcknowledged] "
            + "Entered>Closed AlertDone [DL-202603-0001 AlertDone EnteredWithOwnKey]"),
        new("S03 P1 is silent: P2, then the team lead and the control room, then no result",
            () => Matched(Claims(new DeskRun("14:01:40"), A1502).NobodyAnswers(A1502)).At("14:03:10").Press().GoesIn().At("14:13:10"),
            1, CaseStatus.Closed,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1502/1) CallStarted CallRinging hang-up RequestEnded ask(Household 2) "
            + "dial(h-1502/1) CallEnded CallStarted CallRinging hang-up RequestEnded +NoAnswerProof Waiting>Verifying CallEnded NameCompared "
            + "+RegisterMatch +AppearanceAgrees Verifying>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [DL-202603-0001 "
            + "SelfDeclaredResident unit=h-1502 consent=NoAnswerProof who=claimed] AlertRaised LockReleased DoorOpened AccessTaken "
            + "Opening>Entered [DL-202603-0001 Entered] DoorClosed DoorFault LockSecured AlertOffered AlertEscalated(TeamLead) "
            + "AlertEscalated(ControlRoom) [DL-202603-0001 AlertEscalated] Entered>Closed AlertEscalated(TeamLead)"),
        new("S03 the control room says that nobody answers at a special unit: the name is asked all the same",
            () => Matched(Claims(new DeskRun("14:01:40"), A1801).Reply(ControlRoom, Answer.NobodyAnswers)).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(ControlRoom 1) answer(NobodyAnswers) +NoAnswerProof Waiting>Verifying NameCompared +RegisterMatch "
            + "+AppearanceAgrees Verifying>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [DL-202603-0001 SelfDeclaredResident "
            + "unit=h-1801 consent=NoAnswerProof by=zheng-ying who=claimed] AlertRaised LockReleased DoorOpened AccessTaken Opening>Entered "
            + "[DL-202603-0001 Entered] DoorClosed"),
        new("S04 two names that do not match",
            () => Claims(new DeskRun("21:15:00"), A1502).NobodyAnswers(A1502).Act(id => Name(id, NameAnswer.NoMatch)).Act(id => Name(id, NameAnswer.NoMatch)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1502/1) CallStarted CallRinging hang-up RequestEnded ask(Household 2) "
            + "dial(h-1502/1) CallEnded CallStarted CallRinging hang-up RequestEnded +NoAnswerProof Waiting>Verifying CallEnded NameCompared "
            + "refused(NameMismatch) NameCompared tell(TeamLead) Verifying>Refused(NameMismatch) [DL-202603-0001 SelfDeclaredResident "
            + "unit=h-1502 refused=NameMismatch who=claimed] AlertRaised refused(CaseEnded)"),
        new("S04 the characters differ: asked once how it is written, then they decide",
            () => Claims(new DeskRun("21:15:00"), A1502).NobodyAnswers(A1502).Act(id => Name(id, NameAnswer.SoundsAlike)).Act(id => Name(id, NameAnswer.SoundsAlike))
                .Act(id => Name(id, NameAnswer.SecondFactNeeded)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1502/1) CallStarted CallRinging hang-up RequestEnded ask(Household 2) "
            + "dial(h-1502/1) CallEnded CallStarted CallRinging hang-up RequestEnded +NoAnswerProof Waiting>Verifying CallEnded SpellingAsked "
            + "NameCompared refused(NameMismatch) NameCompared tell(TeamLead) Verifying>Refused(NameMismatch) [DL-202603-0001 "
            + "SelfDeclaredResident unit=h-1502 refused=NameMismatch who=claimed] AlertRaised refused(CaseEnded)"),
        new("S05 a leader is in the log without typing",
            () => new DeskRun("08:51:00").Open(Category.ListedLeader).Act(id => new CaseAct.RecogniseLeader(id, He, null)).Press().GoesIn().At("08:53:00"),
            1, CaseStatus.Closed,
            "CaseOpened +RecognisedLeader Open>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 ListedLeader ref=l-he "
            + "consent=RecognisedLeader by=chen-xiao] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed "
            + "DoorFault LockSecured Entered>Closed"),
        new("S06 a badge and its bearer",
            () => new DeskRun("08:55:00").Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: true)).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened +BadgeChecked Open>Verifying +LikenessAgrees Verifying>Cleared AccessGranted Cleared>Opening RELEASE(lobby) "
            + "[VL-202603-0001 Employee ref=b-0231 consent=BadgeChecked by=chen-xiao] LockReleased DoorOpened AccessTaken Opening>Entered "
            + "[VL-202603-0001 Entered] DoorClosed"),
        new("S06 a badge that was reported lost: the control room is told",
            () => new DeskRun("08:56:00").Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231 with { Status = DocumentStatus.Lost }, null)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened tell(ControlRoom) Open>Refused(BadgeLost) [DL-202603-0001 Employee ref=b-0231 refused=BadgeLost] refused(CaseEnded)"),
        new("S06 without his badge: the supervisor knows him by name",
            () => new DeskRun("08:57:00").Open(Category.Employee).Act(id => new CaseAct.ConfirmEmployee(id, Person("xu-hui"))).Reply(Supervisor, Answer.Yes).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(Office 1) answer(Yes) +ForgottenBadgeConfirmed Waiting>Cleared AccessGranted Cleared>Opening "
            + "RELEASE(lobby) [VL-202603-0001 Employee consent=ForgottenBadgeConfirmed by=he-jing who=xu-hui] LockReleased DoorOpened "
            + "AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed"),
    ];

    static DeskRun Claims(DeskRun desk, HouseholdFacts unit) => desk.Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, unit, Person("claimed")));

    static DeskRun Matched(DeskRun desk) => desk.Act(id => Name(id, NameAnswer.Match)).Act(id => new CaseAct.CompareAppearance(id, Agrees: true));

    static CaseAct.TypeName Name(CaseId id, NameAnswer answer) => new CaseAct.TypeName(id, new(answer, AppearanceOnFile: answer == NameAnswer.Match), Person("claimed"));
}
