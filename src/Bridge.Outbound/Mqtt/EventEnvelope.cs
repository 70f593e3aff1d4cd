namespace Bridge.Outbound.Mqtt;

/// <summary>What every event says about itself, apart from its data.</summary>
/// <param name="Epoch">Grows when the journal was restored from a backup.</param>
/// <param name="Sequence">
/// The event's own journal entry: grows within the epoch, never repeats. It makes the event's id, so one entry, one event.
/// </param>
/// <param name="Kind">For example <c>accessGranted</c>; a name as in <see cref="MqttTopics.IsSegment"/>.</param>
/// <param name="OccurredAt">When it happened, by the clock of whoever saw it first.</param>
/// <param name="ReceivedAt">When the bridge learned of it.</param>
public sealed record EventEnvelope(string Site, int Epoch, long Sequence, string Kind, DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt)
{
    /// <summary>The door, when the event is about one.</summary>
    public string? Subject { get; init; }

    /// <summary>The same for all events of one access, from the grant to the closed door.</summary>
    public string? CorrelationId { get; init; }
}
