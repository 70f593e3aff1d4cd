using Bridge.Console.Doors;
using Bridge.Console.Desk;
using Bridge.Console.Posts;
using Bridge.Console.Supervision;

namespace Bridge.Console.Tests.Hosting.Supervision;

/// <summary>Pictures with everything in them that can stand on the supervisor's live pages.</summary>
internal static class WatchPictures
{
    private static readonly DisplayName LobbyA = new("A座大堂", "Lobby A");
    private static readonly DisplayName Garage = new("地下车库", "Car park");

    public static SupervisionView Supervision(DateTimeOffset now) => new(now)
    {
        Fire = FireIndication.AwaitingAcknowledgement,
        Doors =
        [
            Door("main", "大堂正门", "Main entrance", CommandedMode.Locked, LockState.Locked, ContactState.Closed) with { Keys = [ModeKey.LockDown, ModeKey.Unlock] },
            Door("garage", "地下车库", "Car park", CommandedMode.LockedDown, LockState.Locked, ContactState.NotMonitored) with
            {
                Keys = [ModeKey.EndLockDown], Order = Ordered(now, ReadBack.Confirmed) with { Note = "可疑车辆 <b>粤A·12345</b>" }, First = new FirstWord("赵刚", TimeSpan.FromSeconds(200), Mine: true),
            },
            Door("stair", "三楼消防梯", "Fire stair, level 3", CommandedMode.LockedDown, LockState.Locked, ContactState.Closed) with
            {
                Keys = [ModeKey.EndLockDown], Order = Ordered(now, ReadBack.Waiting), First = new FirstWord("李敏", TimeSpan.FromSeconds(200), Mine: false),
            },
            Door("roof", "天台", "Roof", CommandedMode.LockedDown, LockState.Unlocked, ContactState.Open) with { Keys = [ModeKey.EndLockDown], Order = Ordered(now, ReadBack.NotConfirmed) },
            Door("office", "管理处", "Management office", CommandedMode.Unlocked, LockState.Unlocked, ContactState.Closed) with
            {
                Keys = [ModeKey.Lock, ModeKey.LockDown, ModeKey.Unlock], Order = Ordered(now, ReadBack.Confirmed) with { Left = TimeSpan.FromSeconds(500), Cause = ModeCause.Event },
            },
            Door("loading", "卸货区", "Loading bay", CommandedMode.LockedDown, LockState.NotMonitored, ContactState.NotMonitored) with { Order = Ordered(now, ReadBack.NotMonitored) },
            Door("pool", "泳池", "Pool", CommandedMode.LockedDown, LockState.Unknown, ContactState.Unknown) with { Order = Ordered(now, ReadBack.Away) },
            Door("escape", "疏散门", "Way out", CommandedMode.LockedDown, LockState.Unlocked, ContactState.Closed) with { Order = Ordered(now, ReadBack.Fire) },
        ],
        Alarms =
        [
            new(1, AlarmKind.DoorForcedOpen, Garage, TimeSpan.FromSeconds(75), Stands: true) { Times = 3, ClaimedBy = "李敏", Keys = [AlarmKey.Claim, AlarmKey.Acknowledge] },
            new(5, AlarmKind.DoorOpenTooLong, LobbyA, TimeSpan.FromSeconds(40), Stands: true) { Keys = [AlarmKey.Claim, AlarmKey.Acknowledge] },
            new(2, AlarmKind.Tamper, Garage, TimeSpan.FromSeconds(400), Stands: true) { AcknowledgedBy = "李敏", Keys = [AlarmKey.Claim] },
            new(3, AlarmKind.DoorFault, LobbyA, TimeSpan.FromSeconds(900), Stands: false) { AcknowledgedBy = "李敏", Keys = [AlarmKey.Claim, AlarmKey.Close] },
            new(4, AlarmKind.Fire, null, TimeSpan.FromSeconds(4000), Stands: false) { AcknowledgedBy = "李敏", ClosedBy = "赵刚", Comment = "厨房 <i>误报</i>" },
        ],
        Tasks = [new WatchedTask(1, LobbyA, "Tracking", TaskStage.New, TimeSpan.FromSeconds(75)) { Escalated = true }],
    };

    public static HealthView Health(DateTimeOffset now) => new(now,
    [
        new LineRow("lobby-tcp", true, [.. Enum.GetValues<DeviceDiagnosis>().Select((found, index) => new DeviceRow($"unit-{index}", index, found, found == DeviceDiagnosis.NotYet ? null : TimeSpan.FromSeconds(index))
        {
            IsAtLeast = index == 3, Asked = 12_000, MeanReply = found == DeviceDiagnosis.Silent ? null : TimeSpan.FromMilliseconds(11.4), LongestReply = TimeSpan.FromMilliseconds(23.7), Timeouts = index, CheckErrors = 7,
        })]) { Transactions = 120_000, Timeouts = 3 },
        new LineRow("riser-rs485", false, []) { Reconnects = 12 },
    ]);

    public static DeliveryView Delivery(DateTimeOffset now) => new(now,
    [
        new ChannelRow("mqtt", LinkHealth.Down, now.AddMinutes(-12), TimeSpan.FromMinutes(12))
        {
            Reason = "connection refused", Waiting = 340, OldestAge = TimeSpan.FromMinutes(12), Parked = 1, Confirmed = 12_345, LastConfirmedAge = TimeSpan.FromMinutes(12),
            ParkedRows = [new ParkedRow(17, 4711, "accessbridge/v1/tower/door/lobby-main/event/doorOpened", now.AddHours(-2), "payload too large")],
        },
    ]);

    private static SupervisedDoor Door(string id, string chinese, string english, CommandedMode mode, LockState latch, ContactState contact) =>
        new(new DoorView(id, new DisplayName(chinese, english), mode, latch, contact, TimeSpan.Zero, Online: true), LobbyA);

    private static OrderedMode Ordered(DateTimeOffset now, ReadBack readBack) =>
        new(now.AddSeconds(-4), "赵刚", TimeSpan.FromSeconds(4), readBack) { Cause = ModeCause.Threat };
}
