namespace Bridge.Host.Configuration;

/// <summary>The local page, health and metrics. Loopback only: nothing on it is authenticated.</summary>
/// <param name="Address">An IP address without brackets.</param>
public sealed record HttpSettings(string Address, int Port);
