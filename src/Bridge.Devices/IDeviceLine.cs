namespace Bridge.Devices;

/// <summary>One line with its devices, and the one owner of its port.</summary>
public interface IDeviceLine : IAsyncDisposable
{
    LineId Line { get; }

    /// <summary>
    /// Opens the link, polls, and executes commands until the link is lost or <paramref name="cancellationToken"/> ends it; then says why. One
    /// attempt: whoever calls it decides when to try again.
    /// </summary>
    /// <param name="offer">
    /// Called on the line's own thread for every event, never concurrently; must not block. False means "not now": the line keeps the event at
    /// its source (a state is read again, a card stays in the device) and offers it again at a later poll.
    /// </param>
    Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken);

    /// <summary>Executes one command ahead of all polls. Returns <see cref="CommandResult.NotSent"/> when it could not start within <paramref name="within"/>.</summary>
    ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken);

    /// <summary>The read with this number is safely stored: the device may forget it. Safe to call at any time, from any thread.</summary>
    void Confirm(PointId source, uint number);

    /// <summary>Counters since the start, for health pages and metrics.</summary>
    LineStatistics Statistics { get; }
}
