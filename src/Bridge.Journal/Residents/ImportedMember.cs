namespace Bridge.Journal.Residents;

/// <param name="Row">Its key tells which member it is; the id is the register's. The household is given by its unit.</param>
/// <param name="BarredReason">Null leaves the reason that is there.</param>
public sealed record ImportedMember(Member Row, string? BarredReason)
{
    public override string ToString() => nameof(ImportedMember);
}
