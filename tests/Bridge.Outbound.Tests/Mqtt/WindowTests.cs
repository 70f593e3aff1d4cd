using System.Globalization;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Mqtt;

/// <summary>How many are on the way, in which order, and what each answer means: against a broker that shares no code with the client.</summary>
public sealed class WindowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 20, 1, "the broker takes one at a time")]
    [InlineData(5, 20, 5, "the broker takes fewer than we would send")]
    [InlineData(20, 20, 20, "both agree")]
    [InlineData(100, 20, 20, "our own limit is the lower one")]
    [InlineData(100, 64, 64, "our own limit can be raised")]
    [InlineData(0, 20, 20, "the broker names no limit")]
    public async Task Never_more_in_flight_than_the_broker_and_the_options_allow_and_never_fewer(int broker, int options, int expected, string why)
    {
        await using StubBroker stub = new StubBroker { ConnectProperties = broker == 0 ? [] : StubBroker.ReceiveMaximum((ushort)broker) }.Start();
        await using MqttChannel channel = new(Options(stub) with { MaxInFlight = options }, TimeProvider.System);
        ConnectResult.Connected connected = Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));
        DeliveryReport report = await channel.DeliverAsync(Events(200), Token);

        Assert.Equal(new DeliveryReport(200, DeliveryResult.Delivered.Instance), report);
        Assert.Equal(broker == 0 ? 65535 : broker, connected.ReceiveMaximum);
        Assert.True(expected == stub.MostUnacknowledged, $"{why}: {stub.MostUnacknowledged} were in flight");
        Assert.Equal(Events(200).Select(message => message.Topic), stub.Topics);
    }

    [Fact]
    public async Task Two_callers_at_once_share_the_window()
    {
        await using StubBroker stub = new StubBroker { ConnectProperties = StubBroker.ReceiveMaximum(5) }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        Task<DeliveryReport> first = channel.DeliverAsync(Events(50), Token).AsTask();
        Task<DeliveryResult> second = channel.PublishStateAsync([.. Events(50).Select(one => new RetainedState(one.Topic, one.Payload, "text/plain"))], Token).AsTask();
        Assert.Equal(50, (await first).Acknowledged);
        Assert.IsType<DeliveryResult.Delivered>(await second);
        Assert.Equal(5, stub.MostUnacknowledged);
    }

    [Fact]
    public async Task Large_messages_keep_their_order_when_the_socket_is_full()
    {
        await using StubBroker stub = new StubBroker().Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        OutboundMessage[] large = [.. Events(200).Select(one => one with { Payload = new byte[200_000] })];
        Assert.Equal(200, (await channel.DeliverAsync(large, Token)).Acknowledged);
        Assert.Equal(large.Select(message => message.Topic), stub.Topics);
    }

    [Theory]
    [InlineData(0x00, "delivered", "success")]
    [InlineData(0x10, "delivered", "nobody listens, the broker has it all the same")]
    [InlineData(0x80, "later", "unspecified error")]
    [InlineData(0x83, "later", "implementation specific error")]
    [InlineData(0x87, "attention", "not authorized: rights change, the event must not be lost")]
    [InlineData(0x90, "poison", "topic name invalid: it will be so tomorrow")]
    [InlineData(0x91, "later", "packet identifier in use")]
    [InlineData(0x97, "attention", "quota exceeded")]
    [InlineData(0x99, "poison", "payload format invalid")]
    [InlineData(0xEE, "attention", "a failure that MQTT 5 does not know")]
    [InlineData(0x11, "delivered", "a success that MQTT 5 does not know")]
    public async Task Each_answer_has_its_meaning(int code, string meaning, string why)
    {
        await using StubBroker stub = new StubBroker { Code = topic => topic == "t/5" ? (byte)code : (byte)0 }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        DeliveryReport report = await channel.DeliverAsync(Events(9), Token);
        DeliveryResult expected = meaning switch
        {
            "delivered" => DeliveryResult.Delivered.Instance,
            "poison" => new DeliveryResult.Poison(""),
            _ => new DeliveryResult.TryLater("") { NeedsAttention = meaning == "attention" },
        };
        Assert.True(expected.GetType() == report.Outcome.GetType(), why);
        Assert.Equal((expected as DeliveryResult.TryLater)?.NeedsAttention, (report.Outcome as DeliveryResult.TryLater)?.NeedsAttention);
        Assert.Equal(meaning == "delivered" ? 9 : 4, report.Acknowledged);
    }

    [Fact]
    public async Task After_a_refusal_one_at_a_time_until_the_broker_accepts_again()
    {
        bool refusing = true;
        await using StubBroker stub = new StubBroker { Code = topic => topic == "t/1" && refusing ? (byte)0x97 : (byte)0 }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        Assert.Equal(0, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        Assert.Equal(0, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        refusing = false;
        Assert.Equal(40, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        Assert.Equal([20, 1, 1, 20], stub.PerRound.Take(4));
    }

    [Fact]
    public async Task After_a_refusal_a_new_connection_and_its_states_do_not_open_the_window()
    {
        bool refusing = true;
        await using StubBroker stub = new StubBroker { Code = topic => topic == "t/1" && refusing ? (byte)0x97 : (byte)0 }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        Assert.Equal(0, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        await channel.ConnectAsync(Token);
        Assert.IsType<DeliveryResult.Delivered>(await channel.PublishStateAsync([new("s/1", "x"u8.ToArray(), "text/plain")], Token));
        int before = stub.Topics.Count;
        Assert.Equal(0, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        Assert.Equal(["t/1"], stub.Topics.Skip(before));
        refusing = false;
        Assert.Equal(40, (await channel.DeliverAsync(Events(40), Token)).Acknowledged);
        Assert.Equal(20, stub.PerRound.Max());
    }

    [Fact]
    public async Task A_message_larger_than_the_broker_takes_is_poison_and_is_not_sent()
    {
        // Maximum Packet Size (0x27) = 1000.
        await using StubBroker stub = new StubBroker { ConnectProperties = [0x27, 0, 0, 0x03, 0xE8] }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        await channel.ConnectAsync(Token);
        OutboundMessage[] messages = Events(3);
        messages[1] = messages[1] with { Payload = new byte[1000] };
        DeliveryReport report = await channel.DeliverAsync(messages, Token);
        Assert.Equal(1, report.Acknowledged);
        Assert.IsType<DeliveryResult.Poison>(report.Outcome);
        Assert.Equal(["t/1"], stub.Topics);
    }

    [Theory]
    [InlineData(new byte[] { 0x24, 0 }, "QoS 1", "Maximum QoS 0")]
    [InlineData(new byte[] { 0x25, 0 }, "retained", "Retain Available 0")]
    public async Task A_broker_without_what_we_need_is_refused(byte[] properties, string named, string why)
    {
        await using StubBroker stub = new StubBroker { ConnectProperties = properties }.Start();
        await using MqttChannel channel = new(Options(stub), TimeProvider.System);
        ConnectResult.Refused refused = Assert.IsType<ConnectResult.Refused>(await channel.ConnectAsync(Token));
        Assert.True(refused.Reason.Contains(named, StringComparison.Ordinal), $"{why}: {refused.Reason}");
    }

    [Fact]
    public async Task It_never_subscribes_and_what_the_broker_pushes_has_no_effect()
    {
        const string topic = "ab/v1/tower-1/door/d1/set";
        // An unasked PUBLISH, QoS 0, retained, as a broker with a forged session would send it.
        byte[] forged = [0x31, (byte)(2 + topic.Length + 1 + 6), 0, (byte)topic.Length, .. System.Text.Encoding.ASCII.GetBytes(topic), 0, .. "unlock"u8];
        await using StubBroker stub = new StubBroker { AfterConnect = forged }.Start();
        await using (MqttChannel channel = new(Options(stub), TimeProvider.System))
        {
            await channel.ConnectAsync(Token);
            Assert.Equal(30, (await channel.DeliverAsync(Events(30), Token)).Acknowledged);
            Assert.False(channel.Disconnected.IsCompleted);
        }

        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(10), Token);
        const int connect = 1, publish = 3, disconnect = 14;
        Assert.Equal([connect, publish, disconnect], stub.PacketTypes.Order());
    }

    private static MqttOptions Options(StubBroker stub) => new() { ClientId = "bridge", Port = stub.Port, WillTopic = "t/will", Timeout = TimeSpan.FromSeconds(20) };

    private static OutboundMessage[] Events(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new OutboundMessage(number, string.Create(CultureInfo.InvariantCulture, $"t/{number}"), "x"u8.ToArray(), "text/plain"))];
}
