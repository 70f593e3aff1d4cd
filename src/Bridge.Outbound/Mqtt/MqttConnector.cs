using System.Net.Sockets;
using System.Security.Authentication;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Mqtt;

/// <summary>Makes one attempt to connect and says in words what came of it.</summary>
internal static class MqttConnector
{
    private const int SocketBuffer = 256 * 1024;

    public static async ValueTask<(ConnectResult Result, MqttConnection? Connection)> ConnectAsync(
        MqttOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        PasswordFile secret = PasswordFile.Read(options);
        TlsFiles files = options.Tls ? TlsFiles.Read(options) : new(null, null, null);
        if ((secret.Fault ?? files.Fault) is { } fault)
        {
            return (new ConnectResult.Refused(fault), null);
        }

        using System.Security.Cryptography.X509Certificates.X509Certificate2? own = files.Own;
        BrokerCertificate certificate = new(files.Authorities, options.Host, timeProvider);
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        MqttConnection connection = new(client, options, timeProvider);
        connection.Watch();
        (ConnectResult result, MqttClientConnectResult? answer) =
            await AttemptAsync(client, Build(options with { Password = secret.Password }, files, certificate), certificate, options, timeProvider, cancellationToken);
        if (answer is null)
        {
            client.Dispose();
            return (result, null);
        }

        int receiveMaximum = connection.Accept(answer);
        ConnectResult.Connected connected = new(receiveMaximum, answer.IsSessionPresent) { CertificateExpires = certificate.Expires };
        return (connected, connection);
    }

    private static async ValueTask<(ConnectResult Result, MqttClientConnectResult? Answer)> AttemptAsync(
        IMqttClient client,
        MqttClientOptions built,
        BrokerCertificate certificate,
        MqttOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(options.Timeout, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            MqttClientConnectResult answer = await client.ConnectAsync(built, either.Token);
            return ConnectAnswer.Fault(answer) is { } fault ? (fault, null) : (new ConnectResult.Connected(0, false), answer);
        }
        catch (MqttCommunicationException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (Explain(exception, certificate, options, deadline.IsCancellationRequested), null);
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (Explain(exception, certificate, options, timedOut: true), null);
        }
        catch (AuthenticationException exception)
        {
            return (Explain(exception, certificate, options, timedOut: false), null);
        }
        catch (SocketException exception)
        {
            return (Explain(exception, certificate, options, timedOut: false), null);
        }
        catch (IOException exception)
        {
            return (Explain(exception, certificate, options, timedOut: false), null);
        }
        catch (MqttProtocolViolationException exception)
        {
            return (new ConnectResult.Refused("protocol: no MQTT 5 broker answers there: " + exception.Message), null);
        }
    }

    private static ConnectResult Explain(Exception exception, BrokerCertificate certificate, MqttOptions options, bool timedOut)
    {
        string where = $"{options.Host}:{options.Port}";
        if (certificate.Refusal is not null)
        {
            return new ConnectResult.Refused(certificate.Refusal);
        }

        if (timedOut)
        {
            return new ConnectResult.Unreachable($"{where} did not answer within {options.Timeout.TotalSeconds:0.#} s");
        }

        if (certificate.Accepted)
        {
            // With TLS 1.3 the broker judges our certificate after our side of the handshake is over; all we see is the end.
            return new ConnectResult.Refused(options.CertificateFile is null
                ? $"TLS: {where} ended the connection; it probably demands a client certificate, and none is configured"
                : $"TLS: {where} ended the connection; our certificate is probably expired, or not from an authority that it trusts");
        }

        Exception root = exception.GetBaseException();
        return root is AuthenticationException
            ? new ConnectResult.Refused($"TLS: no handshake with {where}: {root.Message}")
            : new ConnectResult.Unreachable($"{where}: {root.Message}");
    }

    private static MqttClientOptions Build(MqttOptions options, TlsFiles files, BrokerCertificate certificate)
    {
        MqttClientOptionsBuilder builder = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(options.ClientId)
            .WithTcpServer(options.Host, options.Port)
            .WithCleanStart()
            .WithSessionExpiryInterval(0)
            .WithKeepAlivePeriod(options.KeepAlive)
            .WithTimeout(options.Timeout)
            .WithWillTopic(options.WillTopic)
            .WithWillPayload(options.WillPayload.ToArray())
            .WithWillContentType(AvailabilityPayload.ContentType)
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithWillRetain();
        if (options.UserName is not null)
        {
            builder = builder.WithCredentials(options.UserName, options.Password);
        }

        if (options.Tls)
        {
            builder = builder.WithTlsOptions(Tls(options, files, certificate));
        }

        MqttClientOptions built = builder.Build();
        if (built.ChannelOptions is MqttClientTcpOptions tcp)
        {
            // The default of 8 KiB is less than twenty events: the sender then waits for the receiver's delayed acknowledgements of TCP.
            tcp.BufferSize = SocketBuffer;
        }

        return built;
    }

    private static MqttClientTlsOptions Tls(MqttOptions options, TlsFiles files, BrokerCertificate certificate)
    {
        MqttClientTlsOptionsBuilder builder = new MqttClientTlsOptionsBuilder()
            .WithTargetHost(options.Host)
            .WithCertificateValidationHandler(certificate.Check);
        return (files.Own is null ? builder : builder.WithClientCertificates([files.Own])).Build();
    }
}
