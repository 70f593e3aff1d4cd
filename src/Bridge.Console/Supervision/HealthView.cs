using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>How all lines and devices do at one moment.</summary>
public sealed record HealthView(DateTimeOffset ObservedAt, ImmutableArray<LineRow> Lines) : IPicture;
