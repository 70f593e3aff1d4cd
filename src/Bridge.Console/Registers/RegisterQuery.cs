namespace Bridge.Console.Registers;

/// <summary>What somebody looks for in a list.</summary>
/// <param name="Text">Empty is everything.</param>
/// <param name="After">The last row of the page before; null for the first page.</param>
public sealed record RegisterQuery(BookList List, string Text, RegisterLine? After);
