using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Seats.Posts;
using Bridge.Policy.Doors;

namespace Bridge.Host.Seats.Supervision;

/// <summary>The doors and their modes, for one open page.</summary>
internal sealed class SupervisionWindow(PostWindow window, ModePicture picture, ActorNames names, DeskParts desk, LobbyDoors lobbies) : ISupervision
{
    public async IAsyncEnumerable<SupervisionView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var view in window.WatchAsync(caller => caller.ReachOf(Permission.LockDownDoor) != Reach.None, picture.Draw, cancellationToken))
        {
            yield return view with { Doors = [.. await Task.WhenAll(view.Doors.Select(door => NamedAsync(door, cancellationToken)))] };
        }
    }

    public Task<ActOutcome> ActAsync(ModeWish wish, CancellationToken cancellationToken) => window.ActAsync(
        Permission.LockDownDoor,
        caller => ModeEndpoints.AskAsync(wish.Door, new DoorModeBody(RequestOf(wish.Key), ReasonOf(wish.Cause), wish.Note, wish.Minutes), caller, desk, lobbies, cancellationToken),
        cancellationToken);

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

    private async Task<SupervisedDoor> NamedAsync(SupervisedDoor door, CancellationToken cancellationToken) => door with
    {
        Order = door.Order is { By: { } by } order ? order with { By = await names.OfAsync(by, cancellationToken) } : door.Order,
        First = door.First is { By: { } asked } first ? first with { By = await names.OfAsync(asked, cancellationToken) } : door.First,
    };
}
