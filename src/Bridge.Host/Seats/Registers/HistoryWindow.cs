using System.Collections.Immutable;
using Bridge.Console.Registers;
using Bridge.Host.Accounts;
using Bridge.Journal;
using Bridge.Journal.Residents;

namespace Bridge.Host.Seats.Registers;

/// <summary>The register's history of one open page.</summary>
internal sealed class HistoryWindow(BookWindow window, ResidentRegister register) : IRegisterHistory
{
    private const int PageLength = 50;

    public IAsyncEnumerable<HistoryView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        May, (_, _) => Task.FromResult(new HistoryView(window.Now, Read(new RegisterChangeQuery()))), cancellationToken);

    public async Task<ImmutableArray<HistoryLine>> FindAsync(BookList? list, long? before, CancellationToken cancellationToken) =>
        await window.CallerAsync(cancellationToken) is { } caller && May(caller)
            ? Read(new RegisterChangeQuery(list is { } one ? Enum.Parse<RegisterList>(one.ToString()) : null, Before: before))
            : [];

    private static bool May(Caller caller) => caller.ReachOf(Permission.ReadRegisterHistory) != Reach.None;

    private ImmutableArray<HistoryLine> Read(RegisterChangeQuery query) =>
        register.Changes(query, PageLength) is StorageResult<IReadOnlyList<RegisterChange>>.Done { Value: var found }
            ? [.. found.Select(change => new HistoryLine(
                change.Id, window.ToSite(change.At), change.Actor, Enum.Parse<BookList>(change.List.ToString()), change.Subject, change.Act.ToString(), [.. change.Fields]))]
            : [];
}
