using Bridge.Journal.Register;

namespace Bridge.Host.Api.Cards;

/// <summary>A card or PIN in the office's list. Never its number or digits.</summary>
/// <param name="Shown">A card's last digits; empty for a PIN.</param>
/// <param name="Holder">Covered for who may only switch off.</param>
public sealed record CredentialView(string Id, RegisteredKind Kind, string Shown, string Holder, string? Unit, IReadOnlyList<string> AccessLevels)
{
    public DateTimeOffset? ValidUntil { get; init; }

    public DisabledReason Disabled { get; init; }

    public bool Duress { get; init; }

    public override string ToString() => $"credential {Id}";
}
