using System.Collections.Immutable;
using Bridge.Console.Registers;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Register;
using Bridge.Host.Import;
using Bridge.Host.Verbs;
using Bridge.Journal.Residents;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Registers;

/// <summary>The register of one open page.</summary>
internal sealed class RegisterWindow(BookWindow window, RegisterParts parts, RegisterColumns columns) : IRegisterOffice
{
    private const int PageLength = 50;

    private ResidentDirectory? seen;
    private long edition;

    public IAsyncEnumerable<RegisterView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => MayClear(caller) || Enum.GetValues<ResidentList>().Any(list => MayKeep(caller, list)), (caller, _) => Task.FromResult(Draw(caller)), cancellationToken);

    public async Task<RegisterSheet> FindAsync(RegisterQuery query, CancellationToken cancellationToken)
    {
        var list = RegisterColumns.ListOf(query.List);
        if (await window.CallerAsync(cancellationToken) is not { } caller || !MayKeep(caller, list))
        {
            return new RegisterSheet(query.List, [], More: false);
        }

        var after = query.After is { } last ? new RegisterKey(list, last.Key, last.Order) : null;
        var rows = parts.Shelf.Page(list, query.Text.Length > 0 ? query.Text : null, after, PageLength + 1);
        return new RegisterSheet(query.List, [.. rows.Take(PageLength).Select(row => new RegisterLine(row.Key, row.Order, row.Columns.ToImmutableDictionary()))], rows.Count > PageLength);
    }

    public Task<RegisterOutcome> ActAsync(RegisterWish wish, CancellationToken cancellationToken) => wish switch
    {
        RegisterWish.Put put => ChangeAsync(put.List, caller => parts.Office.Put(Key(put.List, put.Key, put.Order), put.Columns, caller.Actor.Value), cancellationToken),
        RegisterWish.End end => ChangeAsync(end.List, caller => parts.Office.End(Key(end.List, end.Key, end.Order), parts.Facts.Today, caller.Actor.Value), cancellationToken),
        RegisterWish.Remove remove => ChangeAsync(remove.List, caller => parts.Office.Remove(Key(remove.List, remove.Key, remove.Order), caller.Actor.Value), cancellationToken),
        RegisterWish.Clear clear => ClearAsync(clear, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
    };

    public async Task<RegisterOutcome> ImportAsync(FileWish wish, CancellationToken cancellationToken)
    {
        RegisterFileAnswer? answer = null;
        var list = RegisterColumns.ListOf(wish.List);
        var outcome = await window.ActAsync(RegisterEndpoints.PermissionOf(list), caller =>
        {
            answer = wish.Csv.Length > ListFile.LargestFile
                ? new RegisterFileAnswer.Wrong([new ImportFinding("file", 1, null, "expected at most 10 MB, found more")])
                : parts.Imports.Import(list, wish.Csv, new ImportWish(wish.TryOnly, wish.AllowRemovals), caller.Actor.Value);
            return Task.FromResult(RegisterAnswers.Show(answer));
        }, cancellationToken);
        return new RegisterOutcome(outcome)
        {
            Problems = answer is RegisterFileAnswer.Wrong wrong ? [.. wrong.Errors.Select(error => new RowProblem(error.Line, error.Column, error.Message))] : [],
            Counts = answer switch
            {
                RegisterFileAnswer.Done { Counts: var counts } => Counts(counts),
                RegisterFileAnswer.TooMuch { Counts: var counts } => Counts(counts),
                _ => null,
            },
        };
    }

    public async Task<RevealedReason> RevealAsync(BookList list, string key, CancellationToken cancellationToken)
    {
        string? reason = null;
        var outcome = await window.ActAsync(Permission.SetClearanceRoute, caller =>
        {
            var answer = ClearanceEndpoints.Reveal(parts.Clearance.Reveal(RegisterColumns.ListOf(list), key, caller.Actor.Value));
            reason = answer is IValueHttpResult { Value: ReasonView { Reason: var opened } } ? opened : null;
            return Task.FromResult(answer);
        }, cancellationToken);
        return new RevealedReason(outcome, reason);
    }

    private async Task<RegisterOutcome> ChangeAsync(BookList list, Func<Caller, RegisterAnswer> change, CancellationToken cancellationToken)
    {
        RegisterAnswer? answer = null;
        var outcome = await window.ActAsync(
            RegisterEndpoints.PermissionOf(RegisterColumns.ListOf(list)), caller => Task.FromResult(RegisterAnswers.Show(answer = change(caller))), cancellationToken);
        return new RegisterOutcome(outcome)
        {
            Problems = answer switch
            {
                RegisterAnswer.Wrong wrong => [.. wrong.Errors.Select(error => new RowProblem(null, error.Column, error.Message))],
                RegisterAnswer.Refused refused => [new RowProblem(null, null, refused.Reason)],
                _ => [],
            },
        };
    }

    private async Task<RegisterOutcome> ClearAsync(RegisterWish.Clear wish, CancellationToken cancellationToken) => new(await window.ActAsync(
        Permission.SetClearanceRoute,
        caller => Task.FromResult(ClearanceEndpoints.Set(wish.Unit, new ClearanceBody(wish.ThroughControlRoom, wish.Reason), caller.Actor.Value, parts.Clearance)),
        cancellationToken));

    private RegisterView Draw(Caller caller)
    {
        var now = parts.Register.Current;
        edition += ReferenceEquals(now, seen) ? 0 : 1;
        seen = now;
        return new RegisterView(window.Now, edition)
        {
            Lists = [.. Enum.GetValues<ResidentList>().Where(list => MayKeep(caller, list)).Select(columns.Of)],
            MayClear = MayClear(caller),
        };
    }

    private static bool MayKeep(Caller caller, ResidentList list) => caller.ReachOf(RegisterEndpoints.PermissionOf(list)) != Reach.None;

    private static bool MayClear(Caller caller) => caller.ReachOf(Permission.SetClearanceRoute) != Reach.None;

    private static RegisterKey Key(BookList list, string key, int order) => new(RegisterColumns.ListOf(list), key, order);

    private static FileCounts Counts(Journal.Register.ImportCounts counts) => new(counts.Added, counts.Changed, counts.Unchanged, counts.Removed);
}
