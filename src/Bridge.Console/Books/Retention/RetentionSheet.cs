using System.Collections.Immutable;

namespace Bridge.Console.Books.Retention;

/// <summary>What is kept, and what waits to be erased.</summary>
public sealed record RetentionSheet(ImmutableArray<RetentionLine> Lines, ImmutableArray<WishLine> Wishes);
