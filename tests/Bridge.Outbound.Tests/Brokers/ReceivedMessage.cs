namespace Bridge.Outbound.Tests.Brokers;

public sealed record ReceivedMessage(string Topic, string Payload, bool Retained, string? ContentType)
{
    /// <summary>The broker's mark that it may have sent this before.</summary>
    public bool Repeated { get; init; }
}
