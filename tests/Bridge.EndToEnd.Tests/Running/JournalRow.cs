namespace Bridge.EndToEnd.Tests.Running;

/// <param name="IsEvent">It was announced, so it has a message.</param>
/// <param name="Hash">Its place in the chain, as hex: two entries with the same hash are the same entry.</param>
internal sealed record JournalRow(bool IsEvent, string Kind, string Hash);
