using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>A page of a list.</summary>
/// <param name="More">There are others after the last.</param>
public sealed record RegisterSheet(BookList List, ImmutableArray<RegisterLine> Lines, bool More);
