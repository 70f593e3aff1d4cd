namespace Bridge.Devices.Osdp.Polling;

/// <summary>What the site says of a reader, as far as the order of commands depends on it.</summary>
/// <param name="IsSecure">A secure channel is required. False only where the site says "clear" in so many words.</param>
/// <param name="PollInterval">From the start of one turn to the start of the next.</param>
/// <param name="Keys">What a handshake may be made with. Without any the reader is not spoken to.</param>
/// <param name="SetsKey">A person has opened an enrolment for this reader, and its time is not over: the pending key may be sent, once.</param>
internal readonly record struct PeripheralRules(bool IsSecure, TimeSpan PollInterval, KeyChoices Keys = KeyChoices.Own, bool SetsKey = false);
