namespace Bridge.Journal;

/// <summary>A message to be told to the outside, written in the same commit as the entries it tells of.</summary>
/// <param name="Channel">Which outbox: for example <c>mqtt</c>. Order is kept within a channel.</param>
/// <param name="Sequence">The sequence of the journal entry that it tells of.</param>
public sealed record OutboxDraft(string Channel, string Topic, ReadOnlyMemory<byte> Payload, string ContentType, long Sequence);
