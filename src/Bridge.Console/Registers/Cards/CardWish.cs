using System.Collections.Immutable;

namespace Bridge.Console.Registers.Cards;

/// <summary>What somebody does with cards. The hierarchy is closed.</summary>
public abstract record CardWish
{
    private CardWish()
    {
    }

    /// <param name="Read">The read of the card; null when its number was typed.</param>
    /// <param name="Card">As it is written in a list of residents; null for a read.</param>
    /// <param name="LastDay">Null is without an end.</param>
    public sealed record Give(string? Read, string? Card, HolderChoice To, ImmutableArray<string> Levels, DateOnly? LastDay) : CardWish
    {
        public override string ToString() => nameof(Give);
    }

    public sealed record SwitchOff(string Card, OffReason Reason) : CardWish;

    public sealed record SwitchOn(string Card) : CardWish;
}
