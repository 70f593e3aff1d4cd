using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Mqtt;

/// <summary>Each way in which TLS can be wrong is named, and none of them gets through.</summary>
public sealed class TlsTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("good", null, "both certificates are right")]
    [InlineData("expired", "certificate expired on", "the broker's certificate ended yesterday")]
    [InlineData("future", "valid only from", "the broker's certificate begins tomorrow, or our clock is wrong")]
    [InlineData("other-name", "is not for the configured host 127.0.0.1", "a certificate for another host")]
    [InlineData("unknown-authority", "is not signed by the configured authority", "the broker's authority is not ours")]
    [InlineData("system-authorities", "is not signed by an authority of this system", "no caFile configured: a private authority is not trusted")]
    [InlineData("no-client-certificate", "none is configured", "the broker demands a certificate")]
    [InlineData("foreign-client-certificate", "not from an authority that it trusts", "our certificate is from another authority")]
    [InlineData("expired-client-certificate", "expired, or not from an authority", "our certificate ended yesterday")]
    [InlineData("client-certificate-as-server", "is not signed by the configured authority", "a stolen client certificate does not make a broker")]
    [InlineData("no-ca-file", "cannot read", "the configured file does not exist")]
    [InlineData("empty-ca-file", "holds no certificate", "the configured file is empty")]
    [InlineData("bad-key-file", "is no usable PEM file", "the key file holds something else")]
    [InlineData("plain-client", "", "the client speaks no TLS to a TLS port")]
    [InlineData("plain-broker", "", "the client speaks TLS to a broker that does not")]
    public async Task Table(string situation, string? said, string why)
    {
        using TemporaryFolder folder = new();
        using TestCertificates ours = new(folder.Path, "ours");
        using TestCertificates foreign = new(folder.Path, "foreign");
        (string certificate, string key) = situation switch
        {
            "expired" => ours.Server("broker", "127.0.0.1", -30, -1),
            "future" => ours.Server("broker", "127.0.0.1", 1, 30),
            "other-name" => ours.Server("broker", "broker.example"),
            "unknown-authority" => foreign.Server("broker", "127.0.0.1"),
            "client-certificate-as-server" => ours.Client("broker", "127.0.0.1"),
            _ => ours.Server("broker", "127.0.0.1"),
        };
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(situation == "plain-broker" ? "allow_anonymous true" : $"""
            cafile {ours.CaFile}
            certfile {certificate}
            keyfile {key}
            require_certificate true
            allow_anonymous true
            """, Token);
        await using MqttChannel channel = new(Options(broker, situation, folder, ours, foreign), TimeProvider.System);
        ConnectResult result = await channel.ConnectAsync(Token);
        output.WriteLine($"{situation}: {result}");
        Check(result, situation, said, why);
    }

    private static void Check(ConnectResult result, string situation, string? said, string why)
    {
        if (said is null)
        {
            ConnectResult.Connected connected = Assert.IsType<ConnectResult.Connected>(result);
            Assert.InRange(connected.CertificateExpires!.Value, TimeProvider.System.GetUtcNow().AddDays(29), TimeProvider.System.GetUtcNow().AddDays(31));
        }
        else if (situation.StartsWith("plain", StringComparison.Ordinal))
        {
            Assert.IsNotType<ConnectResult.Connected>(result);
        }
        else
        {
            string reason = Assert.IsType<ConnectResult.Refused>(result).Reason;
            Assert.StartsWith("TLS: ", reason, StringComparison.Ordinal);
            Assert.True(reason.Contains(said, StringComparison.Ordinal), $"{why}: {reason}");
        }
    }

    private static MqttOptions Options(MosquittoBroker broker, string situation, TemporaryFolder folder, TestCertificates ours, TestCertificates foreign)
    {
        (string certificate, string key) = situation switch
        {
            "foreign-client-certificate" => foreign.Client("bridge", "bridge-tower-1"),
            "expired-client-certificate" => ours.Client("bridge", "bridge-tower-1", -1),
            _ => ours.Client("bridge", "bridge-tower-1"),
        };
        return broker.Bridge("tower-1") with
        {
            Tls = situation != "plain-client",
            CaFile = situation switch
            {
                "no-ca-file" => folder.File("missing.crt"),
                "empty-ca-file" => folder.Write("empty.crt", ""),
                "system-authorities" => null,
                _ => ours.CaFile,
            },
            CertificateFile = situation == "no-client-certificate" ? null : certificate,
            KeyFile = situation == "bad-key-file" ? folder.Write("bad.key", "not a key") : key,
        };
    }
}
