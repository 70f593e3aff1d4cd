using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Configuration;
using Bridge.Host.Seats.Posts;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Seats.Supervision;

/// <summary>Draws the doors with what was asked of them. What a door says of it is its own lock's word, never ours.</summary>
internal sealed class ModePicture(DeskParts desk, LobbyDoors lobbies, LobbyNames names, SiteConfiguration configuration)
{
    /// <summary>What a lock says in the first moment may be from before it was asked.</summary>
    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(1);

    public ImmutableArray<SupervisedDoor> Draw(DoorBoardView shown, Caller caller, PersonMemory people)
    {
        var state = desk.Office.State;
        return
        [
            .. from door in shown.Doors
               let id = new DoorId(door.Id)
               let lobby = lobbies.Of(id)
               where caller.Has(Permission.SeeDoors, lobby) && state.Doors.ContainsKey(id)
               select Draw(door, state, lobby, caller, people),
        ];
    }

    private SupervisedDoor Draw(DoorView shown, BuildingState state, LobbyId? lobby, Caller caller, PersonMemory people)
    {
        var door = state.Doors[new DoorId(shown.Id)];
        var now = desk.Office.Now;
        return new SupervisedDoor(shown, lobby is { } known ? names.Of(known) : null)
        {
            Keys = [.. Keys(door.Mode).Where(key => ModeEndpoints.NeededFor(SupervisionWindow.RequestOf(key)) is { } needed && caller.Has(needed, lobby))],
            Order = door.Order is { } order ? Ordered(order, door, state, now, people) : null,
            First = door.ReleaseAsked is { } first ? new FirstWord(first.By.Value, first.Until - now, first.By == caller.Actor) : null,
        };
    }

    private OrderedMode Ordered(ModeOrder order, DoorState door, BuildingState state, TimeSpan now, PersonMemory people)
    {
        var age = now - order.At.Elapsed;
        return new OrderedMode(TimeZoneInfo.ConvertTime(order.At.Wall, configuration.TimeZone), order.By?.Value, age, Read(door, state, age))
        {
            Cause = order.Reason is { } reason ? CauseOf(reason) : null,
            Note = people.Show(order.Note)?.Purpose,
            Left = order.Until - now,
        };
    }

    internal static ReadBack Read(DoorState door, BuildingState state, TimeSpan age) => door switch
    {
        { Held.Cause: ReleaseCause.Fire } => ReadBack.Fire,
        _ when state.Fire.Latched && state.Rules.Doors[door.Door].FireRelease => ReadBack.Fire,
        { Online: false } => ReadBack.Away,
        { Lock: LockPhysicalState.NotMonitored } => ReadBack.NotMonitored,
        _ when age < ReadAgain => ReadBack.Waiting,
        _ when door.Lock == Expected(door.Mode) => ReadBack.Confirmed,

        // Somebody is just let in: the lock is released because of that.
        _ when door.ShownMode() == DoorMode.Accessed || age < OrderedMode.Limit => ReadBack.Waiting,
        _ => ReadBack.NotConfirmed,
    };

    private static LockPhysicalState Expected(DoorMode mode) =>
        mode is DoorMode.Unlocked or DoorMode.LockedOpen ? LockPhysicalState.Unlocked : LockPhysicalState.Locked;

    private static ImmutableArray<ModeKey> Keys(DoorMode mode) => mode switch
    {
        DoorMode.LockedDown => [ModeKey.EndLockDown],
        DoorMode.LockedOpen => [],
        DoorMode.Unlocked => [ModeKey.Lock, ModeKey.LockDown, ModeKey.Unlock],
        DoorMode.Blocked => [ModeKey.LockDown, ModeKey.Lock],
        DoorMode.Locked or DoorMode.Accessed => [ModeKey.LockDown, ModeKey.Unlock],
    };

    private static ModeCause CauseOf(ModeReason reason) => reason switch
    {
        ModeReason.Threat => ModeCause.Threat,
        ModeReason.Maintenance => ModeCause.Maintenance,
        ModeReason.Event => ModeCause.Event,
        ModeReason.Drill => ModeCause.Drill,
        ModeReason.Other => ModeCause.Other,
    };
}
