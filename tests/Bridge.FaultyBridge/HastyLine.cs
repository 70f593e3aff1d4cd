using Bridge.Devices;

namespace Bridge.FaultyBridge;

/// <summary>The fault itself: a read is confirmed when it is handed over, not when it is on disk.</summary>
internal sealed class HastyLine(IDeviceLine line) : IDeviceLine
{
    public LineId Line => line.Line;

    public LineStatistics Statistics => line.Statistics;

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) =>
        line.RunAsync(told => Taken(told, offer), cancellationToken);

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        line.ExecuteAsync(command, priority, within, cancellationToken);

    public void Confirm(PointId source, uint number) => line.Confirm(source, number);

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private bool Taken(DeviceEvent told, Func<DeviceEvent, bool> offer)
    {
        var taken = offer(told);
        if (taken && told is DeviceEvent.CredentialRead read)
        {
            line.Confirm(read.Point, read.Number);
        }

        return taken;
    }
}
