using System.Collections.Immutable;
using Bridge.Console;
using Bridge.Console.Books.Retention;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Configuration;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Translation;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Books;

/// <summary>What is kept, and its erasure, of one open page.</summary>
internal sealed class RetentionBookWindow(PostWindow window, ICallingSeat seat, ErasureParts parts, AccountNames accounts, IDoorBoard board, SiteConfiguration site) : IRetentionBook
{
    public IAsyncEnumerable<RetentionBookView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => May(caller, Permission.ReadRetention) || May(caller, Permission.AskErasure),
        (caller, _) => new RetentionBookView(window.ObservedAt, board.Current.Site)
        {
            MayReadLimits = May(caller, Permission.ReadRetention), MayAsk = May(caller, Permission.AskErasure), MayErase = May(caller, Permission.ErasePerson),
        }, cancellationToken);

    public async Task<RetentionSheet?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await seat.FindCallerAsync(cancellationToken) is not { } caller)
        {
            return null;
        }

        var limits = May(caller, Permission.ReadRetention) ? ErasureEndpoints.Retention(parts.Vault, parts.Site) : TypedResults.Ok(Enumerable.Empty<RetentionView>());
        return limits is IValueHttpResult { Value: IEnumerable<RetentionView> lines }
            && ErasureEndpoints.Wishes(caller, parts.Office) is IValueHttpResult { Value: IReadOnlyList<ErasureWish> wishes }
                ? new RetentionSheet([.. lines.Select(Draw)], await DrawAsync(wishes, cancellationToken))
                : null;
    }

    public Task<ActOutcome> ActAsync(ErasureAct act, CancellationToken cancellationToken) => act switch
    {
        ErasureAct.Ask ask => window.ActAsync(
            Permission.AskErasure, caller => Task.FromResult(ErasureEndpoints.Ask(new ErasureBody(ask.Records, Ground(ask.Ground)), caller, parts.Office)), cancellationToken),
        ErasureAct.CarryOut wish => window.ActAsync(
            Permission.ErasePerson, async caller => ErasureEndpoints.Show(await parts.Office.CarryOutAsync(caller, wish.Wish, cancellationToken)), cancellationToken),
        ErasureAct.Decline wish => window.ActAsync(
            Permission.ErasePerson, async caller => ErasureEndpoints.Show(await parts.Office.DeclineAsync(caller, wish.Wish, cancellationToken)), cancellationToken),
        ErasureAct.Restrict restrict => window.ActAsync(
            Permission.ErasePerson,
            caller => ErasureEndpoints.RestrictAsync(new RestrictionBody(restrict.Records, End(restrict.Until)), caller, parts.Office, parts.Time, cancellationToken), cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {act.GetType().Name}."),
    };

    private static bool May(Caller caller, Permission permission) => caller.ReachOf(permission) != Reach.None;

    private RetentionLine Draw(RetentionView view) => new(
        view.Class.ToString(), view.KeptDays, view.Rows, view.Restricted, view.NextErasure is { } next ? TimeZoneInfo.ConvertTime(next, site.TimeZone) : null);

    private async Task<ImmutableArray<WishLine>> DrawAsync(IReadOnlyList<ErasureWish> wishes, CancellationToken cancellationToken)
    {
        var names = await accounts.OfAsync(wishes.Select(wish => wish.AskedBy.Value), cancellationToken);
        return
        [
            .. wishes.Select(wish => new WishLine(
                wish.Id, [.. wish.Records], Reason(wish.Ground), names[wish.AskedBy.Value], TimeZoneInfo.ConvertTime(wish.AskedAt, site.TimeZone))),
        ];
    }

    private DateTimeOffset? End(DateOnly? until) => until is { } day ? SiteDay.Begin(day.AddDays(1), site.TimeZone) : null;

    private static ErasureGround Ground(ErasureReason reason) => reason switch
    {
        ErasureReason.Request => ErasureGround.Request,
        ErasureReason.WrongPerson => ErasureGround.WrongPerson,
        ErasureReason.NoLongerNeeded => ErasureGround.NoLongerNeeded,
        ErasureReason.Authority => ErasureGround.Authority,
    };

    private static ErasureReason Reason(ErasureGround ground) => ground switch
    {
        ErasureGround.Request => ErasureReason.Request,
        ErasureGround.WrongPerson => ErasureReason.WrongPerson,
        ErasureGround.NoLongerNeeded => ErasureReason.NoLongerNeeded,
        ErasureGround.Authority => ErasureReason.Authority,
    };
}
