namespace Bridge.Host.Runtime;

/// <summary>The connection to the broker.</summary>
/// <param name="Since">When it came, or when it went; the start of the service when it has not come yet.</param>
/// <param name="Reason">Why there is none, where that is known. Never a secret.</param>
public sealed record BrokerLink(bool IsUp, DateTimeOffset Since, string? Reason);
