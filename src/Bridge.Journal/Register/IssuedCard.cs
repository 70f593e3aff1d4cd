namespace Bridge.Journal.Register;

/// <summary>A card that somebody is given at a screen.</summary>
/// <param name="Digest">Of its bits: they themselves are kept nowhere.</param>
/// <param name="Shown">Its last digits.</param>
/// <param name="Member">The id of the member whose holder it is; null for a card of a unit.</param>
public sealed record IssuedCard(CredentialDigest Digest, string Shown, ImportedHolder Holder, string? Member)
{
    public DateTimeOffset? ValidUntil { get; init; }

    public IReadOnlyList<string> AccessLevels { get; init; } = [];

    public override string ToString() => nameof(IssuedCard);
}
