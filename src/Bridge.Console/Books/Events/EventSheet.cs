using System.Collections.Immutable;

namespace Bridge.Console.Books.Events;

/// <summary>One page of the journal, the newest first.</summary>
/// <param name="More">There are older ones.</param>
public sealed record EventSheet(ImmutableArray<EventLine> Rows, bool More);
