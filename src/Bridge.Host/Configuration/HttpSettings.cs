namespace Bridge.Host.Configuration;

/// <summary>The page, health, metrics and the API. Loopback only: of these the API alone asks who somebody is.</summary>
/// <param name="Address">An IP address without brackets.</param>
public sealed record HttpSettings(string Address, int Port);
