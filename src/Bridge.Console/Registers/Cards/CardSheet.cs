using System.Collections.Immutable;

namespace Bridge.Console.Registers.Cards;

/// <summary>A page of the list.</summary>
/// <param name="More">There are others after the last.</param>
public sealed record CardSheet(ImmutableArray<CardLine> Lines, bool More);
