using System.Diagnostics;
using Bridge.Devices;

namespace Bridge.Benchmarks.Rigs;

/// <summary>A line without a wire: a command is done when it is given. What is left is the product's own time.</summary>
internal sealed class InstantLine(LineId line, Action<DeviceCommand.Pulse, long> pulsed) : IDeviceLine
{
    private static readonly CommandResult Done = new CommandResult.Confirmed();

    public LineId Line => line;

    public LineStatistics Statistics => default!;

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) => Task.FromResult<LineEnd>(new LineEnd.Stopped());

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken)
    {
        if (command is DeviceCommand.Pulse pulse)
        {
            pulsed(pulse, Stopwatch.GetTimestamp());
        }

        return ValueTask.FromResult(Done);
    }

    public void Confirm(PointId source, uint number)
    {
        // There is no device that could forget.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
