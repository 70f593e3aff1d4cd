namespace Bridge.Journal.Residents;

/// <summary>Why an import is refused. It never repeats a name.</summary>
/// <param name="Row">Counted from 0; null where the list as a whole is meant.</param>
/// <param name="Field">The column.</param>
public sealed record ResidentProblem(int? Row, string Field, string Reason);
