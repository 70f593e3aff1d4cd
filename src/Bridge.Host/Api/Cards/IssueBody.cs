namespace Bridge.Host.Api.Cards;

/// <summary>Whom a card is given to. One of <paramref name="Read"/> and <paramref name="Card"/>, and one of <paramref name="Member"/> and <paramref name="Unit"/>.</summary>
/// <param name="Read">A card that was refused at a reader a moment ago, by the read's id.</param>
/// <param name="Card">As it is written in a list of residents.</param>
/// <param name="Member">The id of a member of the register.</param>
/// <param name="Unit">For a card of the household, that its people share.</param>
/// <param name="LastDay">Null is without an end.</param>
internal sealed record IssueBody(IReadOnlyList<string> AccessLevels, string? Read = null, string? Card = null, string? Member = null, string? Unit = null, DateOnly? LastDay = null)
{
    public override string ToString() => nameof(IssueBody);
}
