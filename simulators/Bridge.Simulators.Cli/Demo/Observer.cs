using System.Buffers;
using System.Diagnostics;
using MQTTnet;
using MQTTnet.Protocol;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>Another system that listens to everything.</summary>
internal sealed class Observer : IAsyncDisposable
{
    private readonly IMqttClient client;
    private long lastHeard = Stopwatch.GetTimestamp();

    private Observer(IMqttClient client) => this.client = client;

    public static async Task<Observer> ConnectAsync(int port, EventTally tally, CancellationToken cancellationToken)
    {
        var observer = new Observer(new MqttClientFactory().CreateMqttClient());
        observer.client.ApplicationMessageReceivedAsync += message =>
        {
            Volatile.Write(ref observer.lastHeard, Stopwatch.GetTimestamp());
            tally.Take(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.ToArray());
            return Task.CompletedTask;
        };
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId($"observer-{Environment.ProcessId}").Build();
        await observer.client.ConnectAsync(options, cancellationToken);
        await observer.client.SubscribeAsync("ab/#", MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken);
        return observer;
    }

    /// <summary>Returns when nothing has been heard for a while.</summary>
    public async Task QuietAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref lastHeard)) < silence)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
