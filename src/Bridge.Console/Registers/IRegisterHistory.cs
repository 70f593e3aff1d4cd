using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Registers;

/// <summary>The port to the register's history. One for each open page.</summary>
public interface IRegisterHistory : IPictureSource<HistoryView>
{
    /// <param name="list">Null is all.</param>
    /// <param name="before">Only what is older than this line; null from the newest on.</param>
    Task<ImmutableArray<HistoryLine>> FindAsync(BookList? list, long? before, CancellationToken cancellationToken);
}
