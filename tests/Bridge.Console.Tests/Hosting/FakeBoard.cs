using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bridge.Console.Doors;

namespace Bridge.Console.Tests.Hosting;

/// <summary>A board whose picture a test sets.</summary>
internal sealed class FakeBoard(DoorBoardView first) : IDoorBoard
{
    private readonly Lock _gate = new();
    private readonly List<Channel<DoorBoardView>> _watchers = [];

    public DoorBoardView Current { get; private set; } = first;

    public void Show(DoorBoardView picture)
    {
        lock (_gate)
        {
            Current = picture;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(picture);
            }
        }
    }

    public async IAsyncEnumerable<DoorBoardView> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<DoorBoardView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            channel.Writer.TryWrite(Current);
            _watchers.Add(channel);
        }

        await foreach (var picture in channel.Reader.ReadAllAsync(cancellation))
        {
            yield return picture;
        }
    }
}
