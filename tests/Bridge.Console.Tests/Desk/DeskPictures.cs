using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.Supervision;

namespace Bridge.Console.Tests.Desk;

/// <summary>Pictures of a desk.</summary>
internal static class DeskPictures
{
    public const string Door = "lobby-main";

    public static SeatView Assistant { get; } = new("陈晓", SeatRole.LobbyAssistant, "a", new DisplayName("A座大堂", "Lobby A"));

    public static DeskView Quiet(DateTimeOffset now) => new(
        now,
        new BridgeLinksView(LinkHealth.Up, LinkHealth.Up, 0, []),
        [
            new DoorView(Door, new DisplayName("大堂门", "Lobby door"), CommandedMode.Locked, LockState.Locked, ContactState.Closed, TimeSpan.Zero, Online: true),
            new DoorView("lobby-back", new DisplayName("大堂后门", "Rear lobby door"), CommandedMode.Locked, LockState.NotMonitored, ContactState.Closed, TimeSpan.Zero, Online: true),
        ])
    {
        Posts = [new PostLink(SeatRole.GatePost, TimeSpan.FromSeconds(1)), new PostLink(SeatRole.ControlRoom, TimeSpan.FromSeconds(1))],
    };

    public static DeskView With(DateTimeOffset now, params DeskCase[] cases) => Quiet(now) with { Cases = [.. cases] };

    /// <summary>A door that was forced and that nobody has seen, and one that somebody looks after.</summary>
    public static DeskView Alarmed(DateTimeOffset now) => With(now, Cleared) with
    {
        Alarms =
        [
            new AlarmRow(4, AlarmKind.DoorForcedOpen, new DisplayName("大堂后门", "Rear lobby door"), TimeSpan.FromSeconds(23), Stands: true) { Keys = [AlarmKey.Claim, AlarmKey.Acknowledge] },
            new AlarmRow(3, AlarmKind.DoorOpenTooLong, new DisplayName("大堂门", "Lobby door"), TimeSpan.FromMinutes(2), Stands: true) { AcknowledgedBy = "周岚" },
            new AlarmRow(2, AlarmKind.Tamper, new DisplayName("大堂门", "Lobby door"), TimeSpan.FromMinutes(9), Stands: false) { AcknowledgedBy = "周岚", ClosedBy = "郑颖" },
        ],
    };

    public static DeskCase Waiting { get; } = new(17, Door, AdmissionCategory.Visitor, CaseStage.Waiting, TimeSpan.FromSeconds(41))
    {
        Person = "王明", Host = "李建国", Unit = "A-1203", HeadCount = 2, Mine = true, Missing = ["HouseholdYes"],
        Question = new QuestionView(5, AskedParty.Household, 1, Acknowledged: false, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(30)) { CallBound = true },
    };

    /// <summary>Says that he lives there, nobody answered, his name agrees.</summary>
    public static DeskCase Compared { get; } = new(19, Door, AdmissionCategory.SelfDeclaredResident, CaseStage.Verifying, TimeSpan.FromSeconds(95))
    {
        Person = "刘洋", Unit = "A-1502", Unanswered = 2, AppearanceOnFile = true, Appearance = "约 40 岁，高个，短发，戴眼镜 / about 40, tall, short hair, glasses", Mine = true,
        Missing = ["AppearanceAgrees"],
    };

    /// <summary>Let in a moment ago: the door may be opened once more for it.</summary>
    public static DeskCase Entered(DateTimeOffset now) => Waiting with
    {
        Stage = CaseStage.Entered, Question = null, Missing = [], MayReopen = true, Record = "VL-202603-0147", RecordComplete = true,
        Steps = [.. from step in (string[])["CaseOpened", "EvidenceGiven", "CaseMoved", "AccessGranted", "DoorOpened", "RecordChanged"] select new CaseStep(now, step, null)],
    };

    public static DeskCase Cleared { get; } = Waiting with { Stage = CaseStage.Cleared, Question = null, Missing = [], OpenFor = TimeSpan.FromSeconds(47) };

    public static DeskView Busy(DateTimeOffset now) => With(
        now,
        Waiting,
        new DeskCase(18, Door, AdmissionCategory.GovernmentOfficer, CaseStage.Waiting, TimeSpan.FromSeconds(200))
        {
            Person = "周敏", Organisation = "街道办", Purpose = "消防检查", HeadCount = 3, Mine = true, Missing = ["OfficeYes"],
            Question = new QuestionView(6, AskedParty.Office, 1, Acknowledged: true, TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(180)),
        }) with
    {
        Announced = [new AnnouncedView("n1", "A-0602", "张伟", 2, Confirmed: true, TimeSpan.FromMinutes(17)), new AnnouncedView("n2", "A-0903", null, 1, Confirmed: false, null)],
        Calls = [new CallView("front", CallStage.Ringing, "A-1203", 17, TimeSpan.FromSeconds(18)), new CallView("rear", CallStage.Ringing, null, null, TimeSpan.FromSeconds(16))],
        Tasks = [new TaskView(3, 12, "Tracking", TaskStage.New, TimeSpan.FromSeconds(70)) { Unit = "A-1502", Escalated = true }],
        Posts = [new PostLink(SeatRole.GatePost, TimeSpan.FromSeconds(400)), new PostLink(SeatRole.ControlRoom, TimeSpan.FromSeconds(1))],
        Patrols = [new PatrolPhone("孙浩", null, TimeSpan.FromMinutes(6)), new PatrolPhone("赵刚", "P1", TimeSpan.FromSeconds(2))],
    };
}
