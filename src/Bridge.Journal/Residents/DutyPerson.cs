namespace Bridge.Journal.Residents;

/// <summary>Who is asked for a role, and in which order. By an account, a telephone number, or both.</summary>
/// <param name="Position">1 is asked first.</param>
public sealed record DutyPerson(string Role, int Position, string? Account, string? Phone)
{
    public override string ToString() => $"{Role} {Position}";
}
