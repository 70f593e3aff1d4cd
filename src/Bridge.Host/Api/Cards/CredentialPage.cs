namespace Bridge.Host.Api.Cards;

/// <summary>A page of the list.</summary>
/// <param name="More">There are others after the last.</param>
public sealed record CredentialPage(IReadOnlyList<CredentialView> Rows, bool More);
