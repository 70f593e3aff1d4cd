using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;
using MQTTnet;

namespace Bridge.Outbound.Tests.Deploy;

/// <summary>The mosquitto profile as it is shipped, with only its paths and its port replaced.</summary>
public sealed class BrokerProfileTests : IAsyncLifetime
{
    private const string Site = "tower-1";
    private const string Other = "tower-2";
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificates _authority;
    private MosquittoBroker? _started;

    public BrokerProfileTests()
    {
        _authority = new(_folder.Path, "ca");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MosquittoBroker Broker => _started ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync()
    {
        _authority.Server("broker", "127.0.0.1");
        _folder.Write("acl", RepositoryFiles.Text("deploy/broker/acl"));
        string profile = RepositoryFiles.Text("deploy/broker/mosquitto.conf");
        Assert.Contains("\nlistener 8883\n", profile, StringComparison.Ordinal);
        _started = await MosquittoBroker.StartAsync(
            profile.Replace("\nlistener 8883\n", "\n", StringComparison.Ordinal)
                .Replace("/etc/accessbridge/broker", _folder.Path, StringComparison.Ordinal)
                .Replace("/var/lib/mosquitto/", "{folder}/", StringComparison.Ordinal),
            Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }

        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_bridge_writes_its_own_site_and_no_other()
    {
        await using MqttChannel channel = new(Bridge(Site, Site), TimeProvider.System);
        ConnectResult.Connected connected = Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));
        Assert.Equal(1000, connected.ReceiveMaximum);
        Assert.Equal(1, (await channel.DeliverAsync([Event(Site, 1)], Token)).Acknowledged);

        DeliveryReport foreign = await channel.DeliverAsync([Event(Site, 2), Event(Other, 3), Event(Site, 4)], Token);
        Assert.Equal(1, foreign.Acknowledged);
        DeliveryResult.TryLater refused = Assert.IsType<DeliveryResult.TryLater>(foreign.Outcome);
        Assert.True(refused.NeedsAttention, "an operator must change the acl; the event is kept");
        Assert.Contains("NotAuthorized", refused.Reason, StringComparison.Ordinal);
        Assert.False(channel.Disconnected.IsCompleted);
    }

    [Theory]
    [InlineData("none", "no certificate")]
    [InlineData("foreign", "a certificate from another authority")]
    public async Task Nobody_gets_in_without_a_certificate_of_ours(string kind, string why)
    {
        using TestCertificates foreign = new(_folder.Path, "foreign");
        (string certificate, string key) = foreign.Client("thief", "bridge-" + Site);
        await using MqttChannel channel = new(
            Bridge(Site, Site) with { CertificateFile = kind == "none" ? null : certificate, KeyFile = kind == "none" ? null : key }, TimeProvider.System);
        ConnectResult result = await channel.ConnectAsync(Token);
        Assert.True(result is ConnectResult.Refused, why);
    }

    [Theory]
    [InlineData("ab/#", "its own and the other building's")]
    [InlineData("#", "everything")]
    [InlineData("+/+/+/#", "everything by levels")]
    [InlineData("$share/group/ab/#", "a shared subscription")]
    [InlineData("ab/v1/tower-2/#", "the other building")]
    public async Task A_reader_of_one_building_sees_nothing_of_the_other(string filter, string why)
    {
        await using Subscriber reader = await ReaderAsync("reader-" + Site, filter);
        await using MqttChannel ours = new(Bridge(Site, Site), TimeProvider.System);
        await using MqttChannel other = new(Bridge(Other, Other), TimeProvider.System);
        await ours.ConnectAsync(Token);
        await other.ConnectAsync(Token);
        Assert.Equal(20, (await other.DeliverAsync([.. Enumerable.Range(1, 20).Select(number => Event(Other, number))], Token)).Acknowledged);
        Assert.Equal(1, (await ours.DeliverAsync([Event(Site, 99)], Token)).Acknowledged);
        if (filter.Contains(Other, StringComparison.Ordinal))
        {
            Assert.True(reader.Count == 0, why);
            return;
        }

        await reader.WaitForCountAsync(1, Token);
        Assert.True(reader.Received.All(message => message.Topic.StartsWith("ab/v1/tower-1/", StringComparison.Ordinal)), why);
    }

    [Fact]
    public async Task A_reader_writes_nothing_and_a_bridge_reads_nothing()
    {
        await using Subscriber estate = await ReaderAsync("reader-estate", "ab/v1/#");
        await using Subscriber bridge = await ReaderAsync("bridge-" + Other, "ab/v1/#");
        using IMqttClient writer = new MqttClientFactory().CreateMqttClient();
        await writer.ConnectAsync(Tls(new MqttClientOptionsBuilder(), "reader-" + Site).WithTcpServer("127.0.0.1", Broker.Port)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build(), Token);
        MqttClientPublishResult forged = await writer.PublishStringAsync(
            MqttTopics.DoorState(Site, "d1"), "forged", MQTTnet.Protocol.MqttQualityOfServiceLevel.AtLeastOnce, true, Token);
        Assert.Equal(MqttClientPublishReasonCode.NotAuthorized, forged.ReasonCode);

        await using MqttChannel channel = new(Bridge(Site, Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        await channel.DeliverAsync([Event(Site, 1)], Token);
        await estate.WaitForCountAsync(1, Token);
        Assert.Equal(MqttTopics.DoorEvent(Site, "d1", "doorOpened"), estate.Received.Single().Topic);
        Assert.Equal(0, bridge.Count);
    }

    /// <summary>mosquitto writes its database after it has sent the PUBACK: what it took in its last moment may be gone, but nothing older.</summary>
    [Fact]
    public async Task A_killed_broker_keeps_what_it_acknowledged_for_an_absent_reader_but_for_its_last_moment()
    {
        const int total = 800;
        const int lastMoment = 20;
        await using Subscriber reader = await ReaderAsync("reader-" + Site, "ab/v1/tower-1/#");
        await reader.LeaveAsync(Token);
        await using MqttChannel channel = new(Bridge(Site, Site), TimeProvider.System);
        await channel.ConnectAsync(Token);
        OutboundMessage[] events = [.. Enumerable.Range(1, total).Select(number => Event(Site, number))];
        Assert.Equal(total, (await channel.DeliverAsync(events, Token)).Acknowledged);
        await Broker.KillAsync(Token);
        await Broker.StartAgainAsync(Token);
        await reader.ReconnectAsync(Broker, "ab/v1/tower-1/#", Token);
        await channel.ConnectAsync(Token);
        await channel.DeliverAsync([Event(Site, total + 1)], Token);
        await reader.WaitAsync(all => all.Count > 0 && Number(all[^1]) == total + 1, Token);

        List<int> kept = [.. reader.Received.Select(Number).Where(number => number is > 0 and <= total)];
        TestContext.Current.TestOutputHelper?.WriteLine($"{total} acknowledged and killed at once: {total - kept.Count} lost");
        Assert.Equal(Enumerable.Range(1, kept.Count), kept);
        Assert.InRange(kept.Count, total - lastMoment, total);
    }

    private MqttOptions Bridge(string site, string user)
    {
        (string certificate, string key) = _authority.Client("bridge-" + user, "bridge-" + user);
        return Broker.Bridge(site) with { Tls = true, CaFile = _authority.CaFile, CertificateFile = certificate, KeyFile = key };
    }

    private Task<Subscriber> ReaderAsync(string user, string filter) => Subscriber.StartAsync(Broker, filter, builder => Tls(builder, user), Token);

    private MqttClientOptionsBuilder Tls(MqttClientOptionsBuilder builder, string user)
    {
        (string certificate, string key) = _authority.Client(user, user);
        X509Certificate2Collection authorities = [X509CertificateLoader.LoadCertificateFromFile(_authority.CaFile)];
        return builder.WithTlsOptions(tls => tls.UseTls().WithTargetHost("127.0.0.1").WithTrustChain(authorities)
            .WithRevocationMode(X509RevocationMode.NoCheck).WithClientCertificates([X509Certificate2.CreateFromPemFile(certificate, key)]));
    }

    private static int Number(ReceivedMessage message) => message.Topic.Contains("/event/", StringComparison.Ordinal)
        ? JsonDocument.Parse(message.Payload).RootElement.GetProperty("seq").GetInt32()
        : 0;

    private static OutboundMessage Event(string site, int number)
    {
        EventEnvelope envelope = new(site, 1, number, "doorOpened", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) { Subject = "d1" };
        return new(number, MqttTopics.DoorEvent(site, "d1", "doorOpened"), CloudEvent.Write(envelope, "{}"u8), CloudEvent.ContentType);
    }
}
