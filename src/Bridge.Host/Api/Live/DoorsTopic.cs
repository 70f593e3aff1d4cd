using System.Runtime.CompilerServices;
using Bridge.Console;
using Bridge.Console.Doors;
using Bridge.Host.Accounts;
using Bridge.Policy;

namespace Bridge.Host.Api.Live;

/// <summary>The doors, live.</summary>
internal sealed class DoorsTopic(IDoorBoard board, LobbyDoors lobbies) : ILiveTopic
{
    public string Kind => "doors";

    public Permission Needed => Permission.SeeDoors;

    public DoorsPicture Current(Viewer viewer) => Draw(board.Current, viewer);

    public async IAsyncEnumerable<object> WatchAsync(Viewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var view in board.WatchAsync(cancellationToken))
        {
            yield return Draw(view, viewer);
        }
    }

    private DoorsPicture Draw(DoorBoardView view, Viewer viewer) => new(
        view.ObservedAt,
        view.Links.Journal == LinkHealth.Up,
        [.. view.Doors.Select(door => Draw(door, lobbies.Of(new DoorId(door.Id)))).Where(door => viewer.Sees(door.Lobby))]);

    private static DoorPicture Draw(DoorView door, LobbyId? lobby) => new(
        door.Id, door.Name.Chinese, door.Name.English, lobby, door.Mode, door.Lock, door.Contact, door.Alarm, door.Age?.TotalSeconds)
    {
        Online = door.Online,
        Tamper = door.Tamper,
        Fault = door.Fault,
        LockFoundReleased = door.LockFoundReleased,
    };
}
