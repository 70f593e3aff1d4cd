using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.FrontDesk;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Posts.Questions;

namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>Pictures with everything in them that can stand on a page.</summary>
internal static class PostPictures
{
    private static readonly DisplayName LobbyA = new("A座大堂", "Lobby A");
    private static readonly DisplayName LobbyB = new("B座大堂", "Lobby B");
    private static readonly DisplayName Door = new("大堂正门", "Main entrance");

    public static GateView Gate(DateTimeOffset now) => new(now, [new("a", LobbyA), new("b", LobbyB)],
    [
        new("1", LobbyA, "A-0602", "张伟", 2, AnnouncementStage.Confirmed, Seconds(1034)),
        new("2", LobbyA, "A-1203", "王明", 1, AnnouncementStage.Draft, null),
        new("3", LobbyB, "B-0101", null, 3, AnnouncementStage.Void, null),
        new("4", LobbyA, "A-0801", "李小龙", 1, AnnouncementStage.Used, null),
        new("5", LobbyA, "A-0902", "陈静", 1, AnnouncementStage.Confirmed, Seconds(300)) { OverRadio = true },
    ]);

    public static ControlRoomView ControlRoom(DateTimeOffset now) => new(now)
    {
        Questions =
        [
            new(7, LobbyA, AdmissionCategory.Visitor, QuestionStand.New, Seconds(6), Seconds(14)) { Unit = "A-2801", Visitor = "王明", HeadCount = 2, Purpose = "送文件" },
            new(6, LobbyB, AdmissionCategory.SelfDeclaredResident, QuestionStand.TakenOn, Seconds(40), Seconds(80)) { Unit = "B-2902", Visitor = "赵先生" },
            new(5, LobbyA, AdmissionCategory.Visitor, QuestionStand.TakenOn, Seconds(150), Seconds(-30)) { Unit = "A-2801", Visitor = "孙女士", Escalations = 2 },
            new(4, LobbyA, AdmissionCategory.Visitor, QuestionStand.Permitted, Seconds(20), Seconds(280)) { Unit = "A-2701", Visitor = "钱先生" },
        ],
        Escalated = Tasks,
        Emergencies = [new(12, LobbyA, Door, EmergencyKind.Medical, CaseStage.Entered, Seconds(95))],
        Doors = [new("a", "lobby-main", LobbyA, Door), new("b", "lobby-b", LobbyB, Door)],
        Patrols = [Seconds(2), Seconds(40)],
    };

    public static OfficeView Office(DateTimeOffset now) => new(now)
    {
        Questions =
        [
            new(8, LobbyA, AdmissionCategory.GovernmentOfficer, QuestionStand.New, Seconds(35), Seconds(-5)) { Visitor = "刘科长", Organisation = "街道办", Purpose = "消防检查", HeadCount = 3, Escalations = 1 },
            new(9, LobbyA, AdmissionCategory.Employee, QuestionStand.TakenOn, Seconds(20), Seconds(160)) { Visitor = "周工" },
        ],
        Tours = [new("t1", LobbyA, now.AddMinutes(20), now.AddMinutes(80), 12, 12), new("t2", LobbyB, now.AddDays(1), now.AddDays(1).AddHours(2), 30, 28)],
        Lobbies = [new("a", LobbyA), new("b", LobbyB)],
        Doors = [new("a", "lobby-main", LobbyA, Door)],
    };

    public static FrontDeskView FrontDesk(DateTimeOffset now) => new(now, Tasks);

    public static PatrolView Patrol(DateTimeOffset now, TaskStage? stage) => new(now, stage is { } stands ? Task(stands) : null, stage is null ? 0 : 1);

    private static System.Collections.Immutable.ImmutableArray<WatchedTask> Tasks =>
    [
        new(1, LobbyA, "Tracking", TaskStage.New, Seconds(75)) { Escalated = true },
        new(2, LobbyB, "Attend", TaskStage.EnRoute, Seconds(700)) { ResultOverdue = true },
        new(3, LobbyA, "Tracking", TaskStage.Done, Seconds(400)) { Result = "NotResident" },
    ];

    private static PatrolTask Task(TaskStage stage) => new(21, PatrolKind.Tracking, stage, LobbyA, Seconds(9))
    {
        Unit = "A-1502",
        UntilNextHandset = stage == TaskStage.New ? Seconds(21) : null,
        UntilEscalation = stage == TaskStage.New ? Seconds(51) : null,
        UntilResult = Seconds(591),
    };

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);
}
