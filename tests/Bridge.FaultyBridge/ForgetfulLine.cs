using Bridge.Devices;

namespace Bridge.FaultyBridge;

/// <summary>The fault itself: whether a read waited, and for how long, is not passed on.</summary>
internal sealed class ForgetfulLine(IDeviceLine line) : IDeviceLine
{
    public LineId Line => line.Line;

    public LineStatistics Statistics => line.Statistics;

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) =>
        line.RunAsync(told => offer(Fresh(told)), cancellationToken);

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        line.ExecuteAsync(command, priority, within, cancellationToken);

    public void Confirm(PointId source, uint number) => line.Confirm(source, number);

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private static DeviceEvent Fresh(DeviceEvent told) =>
        told is DeviceEvent.CredentialRead read ? read with { QueuedWhileOffline = false, Age = TimeSpan.Zero } : told;
}
