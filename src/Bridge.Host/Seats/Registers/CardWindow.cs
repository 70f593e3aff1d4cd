using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Registers.Cards;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Cards;
using Bridge.Host.Runtime;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Translation;
using Bridge.Journal.Register;

namespace Bridge.Host.Seats.Registers;

/// <summary>The cards and PINs of one open page.</summary>
internal sealed class CardWindow(BookWindow window, CardParts parts, UnknownCards unknown, RegisterFacts register, SiteHolder site, LobbyNames names) : ICardOffice
{
    private const int PageLength = 50;
    private const int MostHolders = 20;

    public IAsyncEnumerable<CardsView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.DisableCredential) != Reach.None, (caller, _) => Task.FromResult(Draw(caller)), cancellationToken);

    public async Task<CardSheet> FindAsync(string text, string? after, CancellationToken cancellationToken) =>
        await window.CallerAsync(cancellationToken) is { } caller && caller.ReachOf(Permission.DisableCredential) != Reach.None
        && parts.Shelf.Page(caller, text.Length > 0 ? text : null, after, PageLength) is { } page
            ? new CardSheet([.. page.Rows.Select(Line)], page.More)
            : new CardSheet([], More: false);

    public async Task<ImmutableArray<HolderChoice>> FindHoldersAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0 || await window.CallerAsync(cancellationToken) is not { } caller || caller.ReachOf(Permission.IssueCredential) == Reach.None)
        {
            return [];
        }

        var found = register.Directory.SearchResidents(text, register.Today, ImmutableHashSet<string>.Empty).Take(MostHolders).ToList();
        var units = found.Select(entry => entry.Unit).Append(register.Directory.FindHousehold(text, null) is { } id ? register.Directory.Household(id)!.Unit : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var levels = units.ToDictionary(unit => unit, unit => parts.Shelf.LevelsOf(unit).ToImmutableArray(), StringComparer.Ordinal);
        return
        [
            .. found.Select(entry => new HolderChoice(entry.Member, entry.Unit, entry.Name, levels[entry.Unit])),
            .. units.Select(unit => new HolderChoice(null, unit, null, levels[unit])),
        ];
    }

    public Task<ActOutcome> ActAsync(CardWish wish, CancellationToken cancellationToken) => wish switch
    {
        CardWish.Give give => window.ActAsync(Permission.IssueCredential, caller => Task.FromResult(parts.Office.Issue(
            new IssueBody(give.Levels, give.Read, give.Card, give.To.Member, give.To.Member is null ? give.To.Unit : null, give.LastDay), caller)), cancellationToken),
        CardWish.SwitchOff off => window.ActAsync(
            Permission.DisableCredential, caller => Task.FromResult(parts.Office.Disable(off.Card, ReasonOf(off.Reason), caller)), cancellationToken),
        CardWish.SwitchOn on => window.ActAsync(Permission.IssueCredential, caller => Task.FromResult(parts.Office.Enable(on.Card, caller)), cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
    };

    private CardsView Draw(Caller caller)
    {
        var may = caller.ReachOf(Permission.IssueCredential) != Reach.None;
        return new CardsView(window.Now)
        {
            MayIssue = may,
            Reads = may ? [.. unknown.Recent.Select(card => new UnknownRead(card.Id, card.Door is { } door ? names.Of(door) : null, card.Shown, unknown.AgeOf(card)))] : [],
            Levels = may ? [.. site.Current.Rules.AccessLevels.Keys.Select(level => level.Value).Order(StringComparer.Ordinal)] : [],
        };
    }

    private CardLine Line(CredentialView row) => new(row.Id, row.Kind == RegisteredKind.Card ? row.Shown : null, row.Holder, row.Unit)
    {
        Levels = [.. row.AccessLevels],
        ValidUntil = row.ValidUntil is { } until ? window.ToSite(until) : null,
        Off = row.Disabled == DisabledReason.None ? null : row.Disabled.ToString(),
    };

    private static Api.Cards.OffReason ReasonOf(Bridge.Console.Registers.Cards.OffReason reason) => reason switch
    {
        Bridge.Console.Registers.Cards.OffReason.Lost => Api.Cards.OffReason.Lost,
        Bridge.Console.Registers.Cards.OffReason.Stolen => Api.Cards.OffReason.Stolen,
        Bridge.Console.Registers.Cards.OffReason.Damaged => Api.Cards.OffReason.Damaged,
        Bridge.Console.Registers.Cards.OffReason.Blocked => Api.Cards.OffReason.Blocked,
    };
}
