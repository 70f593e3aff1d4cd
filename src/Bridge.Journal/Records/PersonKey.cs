namespace Bridge.Journal.Records;

/// <summary>The keys of one row. Secrets.</summary>
/// <param name="Data">Opens the row.</param>
/// <param name="Commitment">Makes the digest that the journal carries.</param>
internal sealed record PersonKey(byte[] Data, byte[] Commitment)
{
    public override string ToString() => nameof(PersonKey);
}
