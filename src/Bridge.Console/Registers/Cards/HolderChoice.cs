using System.Collections.Immutable;

namespace Bridge.Console.Registers.Cards;

/// <summary>Somebody of the register to whom a card can be given.</summary>
/// <param name="Member">Null for a card that the whole household shares.</param>
/// <param name="Name">Null for the same.</param>
/// <param name="Levels">What the unit's cards open now.</param>
public sealed record HolderChoice(string? Member, string Unit, string? Name, ImmutableArray<string> Levels);
