using Bridge.Console.Doors;

namespace Bridge.Console;

/// <summary>
/// The one port through which the console learns about the doors. The console only reads: nothing here can move a lock.
/// </summary>
public interface IDoorBoard
{
    /// <summary>The newest picture. Never null; before the first observation it holds the configured doors, all unknown.</summary>
    DoorBoardView Current { get; }

    /// <summary>
    /// The newest picture at once, then every newer one. A slow reader skips pictures and never holds up the writer. A new picture comes at
    /// least every five seconds even when nothing happened, because the console calls a picture older than ten seconds stale.
    /// </summary>
    IAsyncEnumerable<DoorBoardView> WatchAsync(CancellationToken cancellation);
}
