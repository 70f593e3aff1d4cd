using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Tests.Mqtt;

/// <summary>Everybody on the machine may read, only the bridge may speak.</summary>
public sealed class EmbeddedBrokerTests
{
    private const string Site = "tower-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_listens_on_the_loopback_only()
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        IPEndPoint[] listening = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(point => point.Port == broker.Port)];
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, broker.Port)], listening);
    }

    [Fact]
    public async Task A_taken_port_is_a_value()
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        EmbeddedBrokerStart.Failed failed = Assert.IsType<EmbeddedBrokerStart.Failed>(await EmbeddedBroker.StartAsync(new(broker.Port, "bridge"), Token));
        Assert.Contains("127.0.0.1", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab/v1/tower-1/door/d1/state", true, "a forged state")]
    [InlineData("ab/v1/tower-1/door/d1/event/accessGranted", false, "a forged event")]
    [InlineData("ab/v1/tower-1/door/d1/set", true, "a command")]
    [InlineData("elsewhere", false, "outside our tree as well")]
    public async Task A_stranger_publishes_nothing(string topic, bool retain, string why)
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        await using Subscriber reader = await Subscriber.StartAsync(broker, "#", Token);
        using IMqttClient stranger = await StrangerAsync(broker, "stranger", builder => builder);
        MqttClientPublishResult result = await stranger.PublishAsync(Message(topic, retain), Token);
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        await channel.PublishStateAsync([new("ab/v1/tower-1/after", "x"u8.ToArray(), "text/plain")], Token);
        await reader.WaitForCountAsync(1, Token);

        Assert.Equal(MqttClientPublishReasonCode.NotAuthorized, result.ReasonCode);
        Assert.True(reader.Received is [{ Topic: "ab/v1/tower-1/after" }], why);
        await using Subscriber late = await Subscriber.StartAsync(broker, "#", Token);
        await late.WaitForCountAsync(1, Token);
        Assert.Single(late.Received);
    }

    [Fact]
    public async Task A_strangers_last_will_is_not_published_either()
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        await using Subscriber reader = await Subscriber.StartAsync(broker, "#", Token);
        IMqttClient stranger = await StrangerAsync(broker, "stranger", builder => builder
            .WithWillTopic("ab/v1/tower-1/door/d1/state").WithWillPayload("forged").WithWillRetain());
        // Disposed without a goodbye: the broker would publish the will now.
        stranger.Dispose();
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        for (int round = 0; round < 20; round++)
        {
            await channel.PublishStateAsync([new("ab/v1/tower-1/after", "x"u8.ToArray(), "text/plain")], Token);
        }

        await reader.WaitForCountAsync(20, Token);
        Assert.All(reader.Received, message => Assert.Equal("ab/v1/tower-1/after", message.Topic));
    }

    [Theory]
    [InlineData(null, "without a password")]
    [InlineData("0123", "with a guessed one")]
    public async Task Nobody_takes_the_bridges_name(string? password, string why)
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        using IMqttClient thief = new MqttClientFactory().CreateMqttClient();
        MqttClientOptionsBuilder builder = Builder(broker, "bridge-" + Site);
        MqttClientConnectResult result = await thief.ConnectAsync((password is null ? builder : builder.WithCredentials("bridge", password)).Build(), Token);
        Assert.True(result.ResultCode == MqttClientConnectResultCode.BadUserNameOrPassword, why);
        Assert.False(channel.Disconnected.IsCompleted);
    }

    [Fact]
    public async Task The_password_is_new_at_every_start()
    {
        await using EmbeddedTestBroker first = await EmbeddedTestBroker.StartAsync(Site, Token);
        await using EmbeddedTestBroker second = await EmbeddedTestBroker.StartAsync(Site, Token);
        Assert.NotEqual(first.Bridge(Site).Password, second.Bridge(Site).Password);
        Assert.Equal(64, first.Bridge(Site).Password?.Length);
    }

    [Fact]
    public async Task A_reader_that_was_away_for_three_thousand_events_gets_all_of_them()
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        await using Subscriber reader = await Subscriber.StartAsync(broker, "ab/#", Token);
        await reader.LeaveAsync(Token);
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        OutboundMessage[] events = [.. Enumerable.Range(1, 3000).Select(number =>
            new OutboundMessage(number, $"ab/v1/tower-1/e/{number}", "x"u8.ToArray(), "text/plain"))];
        Assert.Equal(3000, (await channel.DeliverAsync(events, Token)).Acknowledged);
        await reader.ReconnectAsync(broker, "ab/#", Token);
        await reader.WaitForCountAsync(3000, Token);
        Assert.Equal(events.Select(message => message.Topic), reader.Received.Select(message => message.Topic));
    }

    [Fact]
    public async Task There_is_room_for_so_many_readers_and_always_for_the_bridge()
    {
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync(Site, Token);
        List<IMqttClient> readers = [];
        for (int number = 0; number < EmbeddedBroker.MaximumReaders; number++)
        {
            // Half of them will be away and keep their session: they count as well.
            uint expiry = number % 2 == 0 ? 0u : 3600u;
            readers.Add(await StrangerAsync(broker, $"reader-{number}", builder => builder.WithSessionExpiryInterval(expiry)));
        }

        await readers[1].DisconnectAsync(new MqttClientDisconnectOptions { SessionExpiryInterval = 3600 }, Token);
        Assert.Equal(MqttClientConnectResultCode.QuotaExceeded, await ConnectAsync(broker, "one-more"));
        Assert.Equal(MqttClientConnectResultCode.Success, await ConnectAsync(broker, "reader-1"));
        await using MqttChannel channel = new(broker.Bridge(Site), TimeProvider.System);
        Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));

        await readers[0].DisconnectAsync(new MqttClientDisconnectOptions(), Token);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        while (await ConnectAsync(broker, "one-more") != MqttClientConnectResultCode.Success)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        readers.ForEach(reader => reader.Dispose());
    }

    private static async Task<MqttClientConnectResultCode> ConnectAsync(EmbeddedTestBroker broker, string clientId)
    {
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        return (await client.ConnectAsync(Builder(broker, clientId).Build(), Token)).ResultCode;
    }

    private static async Task<IMqttClient> StrangerAsync(
        EmbeddedTestBroker broker, string clientId, Func<MqttClientOptionsBuilder, MqttClientOptionsBuilder> adjust)
    {
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        MqttClientConnectResult result = await client.ConnectAsync(adjust(Builder(broker, clientId)).Build(), Token);
        Assert.Equal(MqttClientConnectResultCode.Success, result.ResultCode);
        return client;
    }

    private static MqttClientOptionsBuilder Builder(EmbeddedTestBroker broker, string clientId) => new MqttClientOptionsBuilder()
        .WithTcpServer("127.0.0.1", broker.Port, AddressFamily.InterNetwork).WithProtocolVersion(MqttProtocolVersion.V500).WithClientId(clientId);

    private static MqttApplicationMessage Message(string topic, bool retain) => new()
    {
        Topic = topic,
        PayloadSegment = "forged"u8.ToArray(),
        Retain = retain,
        QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
    };
}
