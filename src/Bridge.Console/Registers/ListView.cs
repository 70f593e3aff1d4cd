using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>A list that somebody may keep.</summary>
/// <param name="Ends">Its rows can be ended and kept; otherwise they can only be taken away.</param>
public sealed record ListView(BookList List, ImmutableArray<ColumnView> Columns, bool Ends);
