namespace Bridge.Journal.Residents;

/// <param name="Row">Its unit tells which household it is; the id is the register's.</param>
/// <param name="Reason">Why it is special; null leaves the reason that is there.</param>
public sealed record ImportedHousehold(Household Row, string? Reason)
{
    public override string ToString() => nameof(ImportedHousehold);
}
