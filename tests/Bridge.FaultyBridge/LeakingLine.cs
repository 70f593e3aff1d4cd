using Bridge.Devices;

namespace Bridge.FaultyBridge;

/// <summary>The fault itself: something is opened with the line and not closed with it.</summary>
internal sealed class LeakingLine(IDeviceLine line) : IDeviceLine
{
    private readonly List<FileStream> left = [];

    public LineId Line => line.Line;

    public LineStatistics Statistics => line.Statistics;

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        left.Add(File.OpenRead(Environment.ProcessPath!));
        return line.RunAsync(offer, cancellationToken);
    }

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        line.ExecuteAsync(command, priority, within, cancellationToken);

    public void Confirm(PointId source, uint number) => line.Confirm(source, number);

    public ValueTask DisposeAsync() => line.DisposeAsync();
}
