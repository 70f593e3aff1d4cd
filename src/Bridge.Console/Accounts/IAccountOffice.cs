using Bridge.Console.Seats;

namespace Bridge.Console.Accounts;

/// <summary>The port to the accounts. One for each open page.</summary>
public interface IAccountOffice : IPictureSource<AccountsView>
{
    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<AccountAnswer> ActAsync(AccountWish wish, CancellationToken cancellationToken);
}
