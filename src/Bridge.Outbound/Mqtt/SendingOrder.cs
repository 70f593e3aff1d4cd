namespace Bridge.Outbound.Mqtt;

/// <summary>
/// How the channel sends its events now. It outlives the connection: whoever calls may connect anew after a refusal, and the states that are published
/// then are no sign that the broker takes events again.
/// </summary>
internal sealed class SendingOrder
{
    /// <summary>The last event was not taken: until one is, the next waits for the answer to the one before.</summary>
    public bool OneByOne { get; set; }
}
