using System.Text;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Contract;

/// <summary>What the host relies on, whatever the broker.</summary>
public abstract class ChannelContract
{
    protected const string Site = "tower-1";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>mosquitto 2.0.11 closes the older connection without a DISCONNECT packet, so nobody can tell why it ended.</summary>
    protected abstract bool NamesTheTakeover { get; }

    protected abstract Task<ITestBroker> StartBrokerAsync();

    [Fact]
    public async Task Five_thousand_events_arrive_once_and_in_order()
    {
        const int trials = 5000;
        await using ITestBroker broker = await StartBrokerAsync();
        await using Subscriber reader = await Subscriber.StartAsync(broker, "ab/#", Token);
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));

        List<OutboundMessage> messages = [.. Enumerable.Range(1, trials).Select(Event)];
        DeliveryReport report = await channel.DeliverAsync(messages, Token);
        await reader.WaitForCountAsync(trials, Token);

        Assert.Equal(new DeliveryReport(trials, DeliveryResult.Delivered.Instance), report);
        Assert.Equal(Enumerable.Range(1, trials), Numbers(reader));
        Assert.All(reader.Received, message => Assert.False(message.Retained));
        Assert.All(reader.Received, message => Assert.Equal(CloudEvent.ContentType, message.ContentType));
        TestContext.Current.TestOutputHelper?.WriteLine($"{trials} events, 0 lost, 0 doubled, 0 out of order");
    }

    [Fact]
    public async Task A_state_is_retained_the_last_one_wins_and_an_empty_one_clears()
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        string topic = MqttTopics.DoorState(Site, "d1");
        string gone = MqttTopics.DoorState(Site, "d2");
        DeliveryResult result = await channel.PublishStateAsync([State(topic, "1"), State(gone, "x"), State(topic, "2"), State(gone, "")], Token);

        await using Subscriber late = await Subscriber.StartAsync(broker, "ab/#", Token);
        await late.WaitForCountAsync(1, Token);
        Assert.IsType<DeliveryResult.Delivered>(result);
        Assert.Equal([new ReceivedMessage(topic, "2", Retained: true, "application/json")], late.Received);
    }

    [Fact]
    public async Task An_orderly_end_leaves_offline_behind()
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using Subscriber reader = await Subscriber.StartAsync(broker, "ab/#", Token);
        MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        await channel.PublishStateAsync([State(MqttTopics.BridgeAvailability(Site), "online")], Token);
        await reader.WaitForCountAsync(1, Token);
        Task<ConnectionLoss> end = channel.Disconnected;
        Assert.False(end.IsCompleted);
        await channel.DisposeAsync();

        await reader.WaitForCountAsync(2, Token);
        Assert.Equal(Encoding.UTF8.GetString(AvailabilityPayload.BridgeOffline.Span), reader.Received[1].Payload);
        Assert.False((await end.WaitAsync(TimeSpan.FromSeconds(5), Token)).TakenOver);
        await using Subscriber late = await Subscriber.StartAsync(broker, "ab/#", Token);
        await late.WaitForCountAsync(1, Token);
        Assert.True(late.Received[0].Retained);
    }

    [Fact]
    public async Task A_second_client_with_our_name_ends_us()
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using MqttChannel first = new(broker.Bridge(Site), TimeProvider.System);
        await using MqttChannel second = new(broker.Bridge(Site), TimeProvider.System);
        await first.ConnectAsync(Token);
        Assert.IsType<ConnectResult.Connected>(await second.ConnectAsync(Token));

        ConnectionLoss loss = await first.Disconnected.WaitAsync(TimeSpan.FromSeconds(5), Token);
        DeliveryReport report = await first.DeliverAsync([Event(1)], Token);
        Assert.Equal(NamesTheTakeover, loss.TakenOver);
        Assert.Equal(0, report.Acknowledged);
        Assert.IsType<DeliveryResult.TryLater>(report.Outcome);
    }

    [Fact]
    public async Task The_same_channel_connects_again()
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        Assert.True(channel.Disconnected.IsCompleted);
        for (int round = 1; round <= 3; round++)
        {
            ConnectResult.Connected connected = Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));
            Assert.False(connected.SessionPresent);
            Assert.False(channel.Disconnected.IsCompleted);
            Assert.Equal(1, (await channel.DeliverAsync([Event(round)], Token)).Acknowledged);
        }
    }

    [Theory]
    [InlineData("ab/v1/tower-1/#", "a wildcard")]
    [InlineData("ab/v1/+/x", "a wildcard")]
    [InlineData("", "an empty topic")]
    [InlineData("a\0b", "a NUL")]
    public async Task A_message_that_no_broker_can_take_is_poison_and_stops_neither_those_before_nor_those_after(string topic, string why)
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        DeliveryReport report = await channel.DeliverAsync([Event(1), Event(2), Event(3) with { Topic = topic }, Event(4)], Token);
        Assert.True(report.Acknowledged == 2, why);
        Assert.IsType<DeliveryResult.Poison>(report.Outcome);
        Assert.Equal(1, (await channel.DeliverAsync([Event(4)], Token)).Acknowledged);
    }

    [Fact]
    public async Task Cancelling_is_an_exception_and_not_a_result()
    {
        await using ITestBroker broker = await StartBrokerAsync();
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await channel.DeliverAsync([Event(1)], stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await channel.ConnectAsync(stop.Token));
    }

    protected static OutboundMessage Event(int number)
    {
        EventEnvelope envelope = new(Site, 1, number, "doorOpened", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) { Subject = "d1" };
        return new(number, MqttTopics.DoorEvent(Site, "d1", "doorOpened"), CloudEvent.Write(envelope, "{}"u8), CloudEvent.ContentType);
    }

    protected static RetainedState State(string topic, string payload) => new(topic, Encoding.UTF8.GetBytes(payload), "application/json");

    protected static IEnumerable<int> Numbers(Subscriber reader) => reader.Received.Where(message => message.Topic.Contains("/event/", StringComparison.Ordinal))
        .Select(message => System.Text.Json.JsonDocument.Parse(message.Payload).RootElement.GetProperty("seq").GetInt32());
}
