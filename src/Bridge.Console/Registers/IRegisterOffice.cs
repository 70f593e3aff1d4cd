using Bridge.Console.Seats;

namespace Bridge.Console.Registers;

/// <summary>The port to the register. One for each open page.</summary>
public interface IRegisterOffice : IPictureSource<RegisterView>
{
    Task<RegisterSheet> FindAsync(RegisterQuery query, CancellationToken cancellationToken);

    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<RegisterOutcome> ActAsync(RegisterWish wish, CancellationToken cancellationToken);

    /// <summary>Everything or nothing.</summary>
    Task<RegisterOutcome> ImportAsync(FileWish wish, CancellationToken cancellationToken);

    /// <summary>Opens a sealed reason; that it was looked at is remembered first.</summary>
    /// <param name="list">Households or members.</param>
    Task<RevealedReason> RevealAsync(BookList list, string key, CancellationToken cancellationToken);
}
