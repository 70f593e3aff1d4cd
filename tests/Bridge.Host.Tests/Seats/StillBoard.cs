using Bridge.Console;
using Bridge.Console.Doors;

namespace Bridge.Host.Tests.Seats;

/// <summary>The doors as they stand at the moment of the test's clock.</summary>
internal sealed class StillBoard(TimeProvider time) : IDoorBoard
{
    public DoorBoardView Current => new(
        new DisplayName("楼", "Tower"), time.GetUtcNow(), new BridgeLinksView(LinkHealth.Up, LinkHealth.Up, 0, []), FireIndication.Quiet, [], []);

    public async IAsyncEnumerable<DoorBoardView> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield return Current;
    }
}
