namespace Bridge.Host.Configuration;

/// <summary>Where events go. With <paramref name="Embedded"/> the bridge runs its own broker on 127.0.0.1 and the file settings are null.</summary>
/// <param name="PasswordFile">Holds the password alone on its first line; checked to be readable by its owner only.</param>
/// <param name="MaxInFlight">How many messages may wait for the broker's acknowledgement at once.</param>
public sealed record MqttSettings(
    bool Embedded,
    string Host,
    int Port,
    bool Tls,
    string? CaFile,
    string? CertificateFile,
    string? KeyFile,
    string? UserName,
    string? PasswordFile,
    int MaxInFlight);
