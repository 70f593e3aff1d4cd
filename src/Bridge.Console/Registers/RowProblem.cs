namespace Bridge.Console.Registers;

/// <summary>What is wrong with a row.</summary>
/// <param name="Line">In a file; null for a row that was typed.</param>
/// <param name="Column">Null where the whole row is meant.</param>
/// <param name="Message">What was expected, in the words of the import's report.</param>
public sealed record RowProblem(long? Line, string? Column, string Message);
