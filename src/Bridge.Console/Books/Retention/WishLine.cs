using System.Collections.Immutable;

namespace Bridge.Console.Books.Retention;

/// <summary>A wish for erasure that waits.</summary>
public sealed record WishLine(string Id, ImmutableArray<string> Records, ErasureReason Ground, string AskedBy, DateTimeOffset AskedAt);
