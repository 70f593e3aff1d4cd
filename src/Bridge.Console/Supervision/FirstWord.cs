namespace Bridge.Console.Supervision;

/// <summary>The first of two people who end a lock-down.</summary>
/// <param name="Mine">The person at the page: somebody else has to be the second.</param>
public sealed record FirstWord(string? By, TimeSpan Left, bool Mine);
