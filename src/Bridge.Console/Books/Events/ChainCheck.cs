namespace Bridge.Console.Books.Events;

/// <summary>The journal's chain, computed again.</summary>
/// <param name="Rows">Rows whose hash was computed and compared.</param>
/// <param name="Until">The last good place.</param>
/// <param name="At">When, by the site's wall.</param>
public sealed record ChainCheck(ChainState State, long Rows, string Until, DateTimeOffset At);
