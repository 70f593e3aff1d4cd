using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>S07 to S11 of the procedure, at its own times.</summary>
static class VisitorStories
{
    static readonly AnnouncementId ZhangWei = new("zhang-wei");
    static readonly TourId Tour = new("t-1");

    public static readonly DeskStory[] All =
    [
        new("S07 announced, confirmed, here, and a second one of the name is not",
            () => Here(Announced("10:02:00", confirmed: true).At("10:09:00"), 2).Press().GoesIn().At("10:15:00").Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, ZhangWei, 1, NameAgrees: true)).Press(),
            1, CaseStatus.Open,
            "GateAnnounced GateConfirmed CaseOpened +GateAnnouncement Open>Cleared AccessGranted Cleared>Opening RELEASE(lobby) "
            + "AnnouncementUsed [VL-202603-0001 AnnouncedVisitor ref=zhang-wei unit=h-0903 consent=GateAnnouncement by=ma-chao x2 "
            + "who=zhang-wei] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed DoorFault LockSecured "
            + "Entered>Closed CaseOpened refused(AnnouncementUsed) refused(EvidenceMissing)"),
        new("S07 not confirmed, then confirmed, then too late",
            () => Here(Here(Announced("10:30:00", confirmed: false).At("10:32:00"), 1).At("10:33:00").GateSays(new GateAct.Confirm(ZhangWei, false)).At("10:53:30"), 1).Press(),
            0, CaseStatus.Open,
            "GateAnnounced CaseOpened refused(AnnouncementNotConfirmed) GateConfirmed Open>Expired(NobodyCame) AnnouncementExpired CaseOpened "
            + "refused(AnnouncementExpired) refused(EvidenceMissing)"),
        new("S07 the gate calls off who stands at the desk",
            () => Here(Announced("10:02:00", confirmed: true).At("10:09:00"), 2).GateSays(new GateAct.Cancel(ZhangWei)).Press(),
            0, CaseStatus.Expired,
            "GateAnnounced GateConfirmed CaseOpened +GateAnnouncement Open>Cleared AnnouncementCancelled "
            + "Cleared>Expired(AnnouncementCancelled) [VL-202603-0001 AnnouncedVisitor ref=zhang-wei unit=h-0903 refused=AnnouncementCancelled "
            + "x2 who=zhang-wei] refused(CaseEnded)"),
        new("S07 another name: it stays for its own visitor",
            () => Announced("10:02:00", confirmed: true).Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, ZhangWei, 1, NameAgrees: false)).Press(),
            0, CaseStatus.Open,
            "GateAnnounced GateConfirmed CaseOpened refused(NameDiffers) refused(EvidenceMissing)"),
        new("S08 the unit's key, then the open key",
            () => Visits(new DeskRun("10:12:00"), A1203).Calls(A1203).Call(CallStep.Ringing).After(8).Call(CallStep.UnlockRequested).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1203/1) CallStarted CallRinging CallUnlockRequested answer(Yes) +HouseholdYes "
            + "Waiting>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Visitor unit=h-1203 consent=HouseholdYes "
            + "who=wang-ming] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed"),
        new("S08 who dials himself has a case: after the yes only the names are missing",
            () => new DeskRun("10:20:00").Calls(A1203).Call(CallStep.Ringing).After(8).Call(CallStep.UnlockRequested).Act(id => new CaseAct.ChangeCategory(id, Category.Visitor))
                .Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("wang-ming"))).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CallStarted CaseOpened Open>Waiting ask(Household 1) CallRinging CallUnlockRequested answer(Yes) +HouseholdYes Waiting>Verifying "
            + "Verifying>Verifying Verifying>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Visitor unit=h-1203 "
            + "consent=HouseholdYes who=wang-ming] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed"),
        new("S08 the unit refuses by word of mouth",
            () => Visits(new DeskRun("10:41:00"), A1203).Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered).Act(id => new CaseAct.HeardFromHousehold(id, Yes: false)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1203/1) CallStarted CallRinging CallAnswered answer(No) "
            + "Waiting>Refused(HouseholdRefused) hang-up [VL-202603-0001 Visitor unit=h-1203 refused=HouseholdRefused who=wang-ming] refused(CaseEnded)"),
        new("S08 nobody answers twice: no way by the name",
            () => Visits(new DeskRun("11:02:00"), A1203).NobodyAnswers(A1203).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null)).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1203/1) CallStarted CallRinging hang-up RequestEnded ask(Household 2) "
            + "dial(h-1203/1) CallEnded CallStarted CallRinging hang-up RequestEnded Waiting>Refused(HouseholdDidNotAnswer) [VL-202603-0001 "
            + "Visitor unit=h-1203 refused=HouseholdDidNotAnswer who=wang-ming] CallEnded refused(CaseEnded) refused(CaseEnded)"),
        new("S08 three addresses where the host does not live",
            () => Wrong(Wrong(Wrong(new DeskRun("11:10:00").Open(Category.Visitor)))).Press(),
            0, CaseStatus.Refused,
            "CaseOpened refused(HostNotThere) refused(HostNotThere) Open>Refused(HostNotThere) [VL-202603-0001 Visitor refused=HostNotThere "
            + "who=wang-ming] refused(CaseEnded)"),
        new("S08 the host comes down",
            () => Visits(new DeskRun("11:20:00"), A1203).Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered).Act(id => new CaseAct.Hold(id)).After(120).Act(id => new CaseAct.HostAtDoor(id)).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(Household 1) dial(h-1203/1) CallStarted CallRinging CallAnswered RequestEnded Waiting>Holding "
            + "+HouseholdYes Holding>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Visitor unit=h-1203 "
            + "consent=HouseholdYes by=chen-xiao who=wang-ming] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] "
            + "DoorClosed"),
        new("S09 the second seat, then the control room's yes",
            () => Visits(new DeskRun("11:30:20"), A1801).At("11:30:52").Acknowledge(ControlRoom).At("11:31:45").Reply(ControlRoom, Answer.Yes).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened Open>Waiting ask(ControlRoom 1) RequestEscalated(ControlRoom) RequestAcknowledged answer(Yes) +ControlRoomYes "
            + "Waiting>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Visitor unit=h-1801 consent=ControlRoomYes "
            + "by=zheng-ying who=wang-ming] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed"),
        new("S09 no answer for two minutes, then a no",
            () => Visits(new DeskRun("11:50:00"), A1801).At("11:53:00").Press().Reply(ControlRoom, Answer.No).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Waiting ask(ControlRoom 1) RequestEscalated(ControlRoom) RequestEscalated(TeamLead) refused(EvidenceMissing) "
            + "answer(No) Waiting>Refused(ControlRoomRefused) [VL-202603-0001 Visitor unit=h-1801 refused=ControlRoomRefused who=wang-ming] "
            + "refused(CaseEnded)"),
        new("S10 two officers; the third needs a question of his own",
            () => Officers(Officers(new DeskRun("10:20:00"), 2).At("10:20:18").Acknowledge(Office).At("10:21:40").Reply(Office, Answer.Yes, 2).Press().GoesIn().At("10:24:00"), 1).Press(),
            1, CaseStatus.Waiting,
            "CaseOpened Open>Waiting ask(Office 1) RequestAcknowledged answer(Yes) +OfficeYes Waiting>Cleared AccessGranted Cleared>Opening "
            + "RELEASE(lobby) [VL-202603-0001 GovernmentOfficer consent=OfficeYes by=wu-lei x2 who=brigade] LockReleased DoorOpened AccessTaken "
            + "Opening>Entered [VL-202603-0001 Entered] DoorClosed DoorFault LockSecured Entered>Closed CaseOpened Open>Waiting ask(Office 1) "
            + "refused(EvidenceMissing)"),
        new("S10 the office does not answer: its second phone, the team lead, the manager on call, and never a key",
            () => Officers(new DeskRun("15:40:00"), 1).At("15:49:59").Press().At("15:50:00"),
            0, CaseStatus.Expired,
            "CaseOpened Open>Waiting ask(Office 1) RequestEscalated(OfficeDutyOfficer) RequestEscalated(TeamLead) "
            + "RequestEscalated(CsSupervisor) refused(EvidenceMissing) RequestEnded Waiting>Expired(NotAnsweredInTime) [VL-202603-0001 "
            + "GovernmentOfficer refused=NotAnsweredInTime who=brigade]"),
        new("S10 twelve were booked, and three more come",
            () => Party(Arrive(Booked("13:00:00").At("14:05:00"), 12).Press().GoesIn().At("14:10:00"), 3).Press(),
            1, CaseStatus.Waiting,
            "TourBooked CaseOpened +TourBooking Open>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Tour ref=t-1 "
            + "consent=TourBooking by=wu-lei x12] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed "
            + "DoorFault LockSecured Entered>Closed CaseOpened refused(PartyTooLarge) Open>Waiting ask(Office 1) refused(EvidenceMissing)"),
        new("S10 a tour in two groups, and one too many",
            () => Late(Late(Late(Arrive(Booked("13:00:00").At("14:05:00"), 8).Press().GoesIn().After(20), 4).Press().GoesIn().After(20), 1), 1).Press("again"),
            3, CaseStatus.Opening,
            "TourBooked CaseOpened +TourBooking Open>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Tour ref=t-1 "
            + "consent=TourBooking by=wu-lei x8] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed "
            + "DoorFault LockSecured +TourBooking Entered>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 Opened] "
            + "LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed LockSecured refused(PartyTooLarge) "
            + "refused(PartyTooLarge) AccessGranted Entered>Opening RELEASE(lobby) [VL-202603-0001 Reopened]"),
        new("X-05 an ambulance: at once, and everybody who has to know is told",
            () => new DeskRun("03:00:00").Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Medical), ControlRoom).GoesIn().At("03:20:00"),
            1, CaseStatus.Closed,
            "CaseOpened tell(OfficeDutyOfficer) tell(ControlRoom) tell(TeamLead) +EmergencyReason Open>Cleared AccessGranted Cleared>Opening "
            + "RELEASE(lobby) [VL-202603-0001 Emergency ref=Medical consent=EmergencyReason by=zheng-ying] LockReleased DoorOpened AccessTaken "
            + "Opening>Entered [VL-202603-0001 Entered] DoorClosed DoorFault LockSecured [VL-202603-0001 Late] Entered>Closed"),
        new("S11 check, record, release",
            () => Stored(Checked(new DeskRun("06:10:00"), MilkPass).Press()).Press().GoesIn(),
            1, CaseStatus.Entered,
            "CaseOpened +PassChecked Open>Verifying +LikenessAgrees Verifying>Recording [VL-202603-0001 PassHolder ref=p-0110 "
            + "consent=PassChecked by=chen-xiao] refused(RecordNotStored) +RecordStored Recording>Cleared AccessGranted Cleared>Opening "
            + "RELEASE(lobby) [VL-202603-0001 Opened] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed"),
        new("S11 a numbered sheet of paper stands for the line, once",
            () => Checked(Checked(new DeskRun("06:10:00"), MilkPass).Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead).Press().GoesIn(), MilkPass)
                .Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead).Press(),
            1, CaseStatus.Recording,
            "CaseOpened +PassChecked Open>Verifying +LikenessAgrees Verifying>Recording [VL-202603-0001 PassHolder ref=p-0110 "
            + "consent=PassChecked by=chen-xiao] [VL-202603-0001 OnPaper S-1] +PaperRecord Recording>Cleared AccessGranted Cleared>Opening RELEASE(lobby) [VL-202603-0001 "
            + "Opened] LockReleased DoorOpened AccessTaken Opening>Entered [VL-202603-0001 Entered] DoorClosed CaseOpened +PassChecked "
            + "Open>Verifying +LikenessAgrees Verifying>Recording [VL-202603-0002 PassHolder ref=p-0110 consent=PassChecked by=chen-xiao] "
            + "refused(PaperSheetUsed) refused(RecordNotStored)"),
        new("S11 at the wrong hour",
            () => Checked(new DeskRun("19:05:00"), DecoratorPass).Press(),
            0, CaseStatus.Refused,
            "CaseOpened Open>Refused(PassOutsideHours) [DL-202603-0001 PassHolder ref=p-0457 refused=PassOutsideHours] refused(CaseEnded) "
            + "refused(CaseEnded)"),
    ];

    static DeskRun Announced(string clock, bool confirmed) =>
        new DeskRun(clock).GateSays(new GateAct.Announce(new(ZhangWei, A0903, 2, Person("zhang-wei"), ClearedByControlRoom: false, OverRadio: false), confirmed));

    static DeskRun Here(DeskRun desk, int people) => desk.Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, ZhangWei, people, NameAgrees: true));

    static DeskRun Visits(DeskRun desk, HouseholdFacts unit) =>
        desk.Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, unit, HostLivesThere: true, 1, Person("wang-ming")));

    static DeskRun Wrong(DeskRun desk) => desk.Act(id => new CaseAct.DescribeVisit(id, A1203, HostLivesThere: false, 1, Person("wang-ming")));

    static DeskRun Officers(DeskRun desk, int count) => desk.Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, count, Person("brigade")));

    static DeskRun Party(DeskRun desk, int count) => desk.Open(Category.Tour).Act(id => new CaseAct.PresentTour(id, Tour, count)).Act(id => new CaseAct.DescribeParty(id, count, Person("tour")));

    static DeskRun Booked(string clock)
    {
        var desk = new DeskRun(clock);
        return desk.OfficeSays(new TourAct.Book(new TourFacts(Tour, A, 12, desk.Now.Wall.AddHours(1), desk.Now.Wall.AddHours(2))));
    }

    static DeskRun Arrive(DeskRun desk, int people) => Late(desk.Open(Category.Tour), people);

    static DeskRun Late(DeskRun desk, int people) => desk.Act(id => new CaseAct.PresentTour(id, Tour, people));

    static DeskRun Checked(DeskRun desk, PassFacts pass) =>
        desk.Open(Category.PassHolder).Act(id => new CaseAct.PresentPass(id, pass, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: true));

    static DeskRun Stored(DeskRun desk) => desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, desk.Case.Record!));
}
