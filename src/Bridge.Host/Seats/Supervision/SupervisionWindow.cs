using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Seats.Posts;
using Bridge.Policy.Alarms;
using Bridge.Policy.Doors;

namespace Bridge.Host.Seats.Supervision;

/// <summary>The doors and their modes, for one open page.</summary>
internal sealed class SupervisionWindow(PostWindow window, SupervisionPicture picture, ActorNames names, DeskParts desk, LobbyDoors lobbies) : ISupervision
{
    public async IAsyncEnumerable<SupervisionView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var view in window.WatchAsync(caller => caller.ReachOf(Permission.LockDownDoor) != Reach.None, picture.Draw, cancellationToken))
        {
            yield return view with
            {
                Doors = [.. await Task.WhenAll(view.Doors.Select(door => NamedAsync(door, cancellationToken)))],
                Alarms = [.. await Task.WhenAll(view.Alarms.Select(alarm => NamedAsync(alarm, cancellationToken)))],
            };
        }
    }

    public Task<ActOutcome> ActAsync(ModeWish wish, CancellationToken cancellationToken) => window.ActAsync(
        Permission.LockDownDoor,
        caller => ModeEndpoints.AskAsync(wish.Door, new DoorModeBody(RequestOf(wish.Key), ReasonOf(wish.Cause), wish.Note, wish.Minutes), caller, desk, lobbies, cancellationToken),
        cancellationToken);

    public Task<ActOutcome> ActAsync(AlarmWish wish, CancellationToken cancellationToken) => wish.Key switch
    {
        AlarmKey.Claim => window.ActAsync(
            Permission.AcknowledgeAlert,
            caller => AlarmEndpoints.ActAsync(wish.Alarm, Permission.AcknowledgeAlert, key => new AlarmAct.Claim(key), [], caller, desk, lobbies, cancellationToken), cancellationToken),
        AlarmKey.Acknowledge => window.ActAsync(
            Permission.AcknowledgeAlert,
            caller => AlarmEndpoints.ActAsync(wish.Alarm, Permission.AcknowledgeAlert, key => new AlarmAct.Acknowledge(key), [], caller, desk, lobbies, cancellationToken), cancellationToken),
        AlarmKey.Close => window.ActAsync(
            Permission.CloseAlarm, caller => AlarmEndpoints.CloseAsync(wish.Alarm, new CloseAlarmBody(wish.Comment ?? ""), caller, desk, lobbies, cancellationToken), cancellationToken),
    };

    internal static DoorModeRequest RequestOf(ModeKey key) => key switch
    {
        ModeKey.LockDown => DoorModeRequest.LockDown,
        ModeKey.EndLockDown => DoorModeRequest.LockDownRelease,
        ModeKey.Lock => DoorModeRequest.Lock,
        ModeKey.Unlock => DoorModeRequest.Unlock,
    };

    private static ModeReason ReasonOf(ModeCause cause) => cause switch
    {
        ModeCause.Threat => ModeReason.Threat,
        ModeCause.Maintenance => ModeReason.Maintenance,
        ModeCause.Event => ModeReason.Event,
        ModeCause.Drill => ModeReason.Drill,
        ModeCause.Other => ModeReason.Other,
    };

    private async Task<AlarmRow> NamedAsync(AlarmRow alarm, CancellationToken cancellationToken) => alarm with
    {
        ClaimedBy = await NameAsync(alarm.ClaimedBy, cancellationToken),
        AcknowledgedBy = await NameAsync(alarm.AcknowledgedBy, cancellationToken),
        ClosedBy = await NameAsync(alarm.ClosedBy, cancellationToken),
    };

    // Whoever has no account any more keeps his id: that somebody did it must not be lost.
    private async Task<string?> NameAsync(string? actor, CancellationToken cancellationToken) => actor is null ? null : await names.OfAsync(actor, cancellationToken) ?? actor;

    private async Task<SupervisedDoor> NamedAsync(SupervisedDoor door, CancellationToken cancellationToken) => door with
    {
        Order = door.Order is { } order ? order with { By = await NameAsync(order.By, cancellationToken) } : null,
        First = door.First is { } first ? first with { By = await NameAsync(first.By, cancellationToken) } : null,
    };
}
