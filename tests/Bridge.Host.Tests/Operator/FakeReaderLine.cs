using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Operator;

/// <summary>A line without wires that enrols as the test says.</summary>
internal sealed class FakeReaderLine : IDeviceLine, IReaderEnrolment
{
    private readonly FakeLine line = new("gate");

    public List<OsdpEnrolment> Ordered { get; } = [];

    /// <summary>Looks at the world in the moment of the order.</summary>
    public Action<OsdpEnrolment> OnOrder { get; set; } = static _ => { };

    public TaskCompletionSource<OsdpEnrolmentEnd> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LineId Line => line.Line;

    public LineStatistics Statistics => line.Statistics;

    public async Task<OsdpEnrolmentEnd> EnrolAsync(DeviceId reader, OsdpEnrolment wish, CancellationToken cancellationToken)
    {
        OnOrder(wish);
        Ordered.Add(wish);
        await using var calledOff = cancellationToken.Register(() => End.TrySetResult(new OsdpEnrolmentEnd.Over("it was called off", KeySent: false)));
        return await End.Task;
    }

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) => line.RunAsync(offer, cancellationToken);

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        line.ExecuteAsync(command, priority, within, cancellationToken);

    public void Confirm(PointId source, uint number) => line.Confirm(source, number);

    public ValueTask DisposeAsync() => line.DisposeAsync();
}
