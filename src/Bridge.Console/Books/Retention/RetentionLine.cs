namespace Bridge.Console.Books.Retention;

/// <summary>How long people of one class are kept, how many there are, and when the next of them is erased.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Restricted">Of them kept longer, for a law or an open matter.</param>
public sealed record RetentionLine(string Class, double KeptDays, int Rows, int Restricted, DateTimeOffset? NextErasure);
