using System.Text;

namespace Bridge.Outbound.Mqtt;

/// <summary>How to reach a broker. Printing it never shows the password.</summary>
public sealed record MqttOptions
{
    /// <summary>Unique at the broker; a second client with the same id throws the first one out.</summary>
    public required string ClientId { get; init; }

    public string Host { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 1883;

    public bool Tls { get; init; }

    /// <summary>PEM file with the authorities that may have signed the broker's certificate; null: those of the operating system.</summary>
    public string? CaFile { get; init; }

    /// <summary>PEM file with our own certificate, with <see cref="KeyFile"/>; null: no client certificate.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file with the private key of <see cref="CertificateFile"/>, unencrypted.</summary>
    public string? KeyFile { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>A file whose first line is the password, read at every attempt; used when <see cref="Password"/> is null.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>After one and a half of this without a word from us the broker publishes the will.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for the connection, and for progress while messages are in flight.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Upper limit of unacknowledged messages; the broker's own limit is respected as well. mosquitto's default is 20.</summary>
    public int MaxInFlight { get; init; } = 20;

    /// <summary>Where the broker publishes <see cref="WillPayload"/>, retained, when we are gone.</summary>
    public required string WillTopic { get; init; }

    public ReadOnlyMemory<byte> WillPayload { get; init; } = AvailabilityPayload.BridgeOffline;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ClientId = ").Append(ClientId).Append(", Host = ").Append(Host).Append(", Port = ").Append(Port)
            .Append(", Tls = ").Append(Tls).Append(", UserName = ").Append(UserName).Append(", Password = ")
            .Append(Password is null ? "none" : "***").Append(", PasswordFile = ").Append(PasswordFile);
        return true;
    }
}
