using System.Collections.Immutable;

namespace Bridge.Console.Registers.Cards;

/// <summary>A card or PIN of the list. Never its number or digits.</summary>
/// <param name="Shown">A card's last digits; null for a PIN.</param>
/// <param name="Holder">Covered for who may only switch off.</param>
public sealed record CardLine(string Id, string? Shown, string Holder, string? Unit)
{
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>By the site's wall.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Why it is switched off, by its name in the register; null when it is in use.</summary>
    public string? Off { get; init; }
}
