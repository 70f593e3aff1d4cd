namespace Bridge.Console.Books.Records;

/// <summary>A further row of a record; what stood there before stays.</summary>
/// <param name="Kind">A code, such as entered or amended.</param>
/// <param name="Person">Who it is said to be now; null when that did not change.</param>
public sealed record BookChange(DateTimeOffset At, string By, string Kind, CoveredPerson? Person);
