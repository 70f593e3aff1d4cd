using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Registers.Cards;

/// <summary>The port to the cards and PINs. One for each open page.</summary>
public interface ICardOffice : IPictureSource<CardsView>
{
    /// <param name="after">The last line of the page before; null for the first page.</param>
    Task<CardSheet> FindAsync(string text, string? after, CancellationToken cancellationToken);

    /// <summary>Units and people of the register that hold the text.</summary>
    Task<ImmutableArray<HolderChoice>> FindHoldersAsync(string text, CancellationToken cancellationToken);

    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<ActOutcome> ActAsync(CardWish wish, CancellationToken cancellationToken);
}
