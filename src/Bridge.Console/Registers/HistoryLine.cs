using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>A line of the register's history: who touched what, and never what it said.</summary>
/// <param name="At">By the site's wall.</param>
/// <param name="Act">By its name in the register.</param>
public sealed record HistoryLine(long Id, DateTimeOffset At, string Actor, BookList List, string Subject, string Act, ImmutableArray<string> Fields);
