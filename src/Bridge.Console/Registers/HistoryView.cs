using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Registers;

/// <summary>One picture of the register's newest changes.</summary>
public sealed record HistoryView(DateTimeOffset ObservedAt, ImmutableArray<HistoryLine> Newest) : IPicture;
