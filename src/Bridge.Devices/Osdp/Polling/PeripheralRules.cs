namespace Bridge.Devices.Osdp.Polling;

/// <summary>What the site says of a reader, as far as the order of commands depends on it.</summary>
/// <param name="IsSecure">A secure channel is required. False only where the site says "clear" in so many words.</param>
/// <param name="PollInterval">From the start of one turn to the start of the next.</param>
internal readonly record struct PeripheralRules(bool IsSecure, TimeSpan PollInterval);
