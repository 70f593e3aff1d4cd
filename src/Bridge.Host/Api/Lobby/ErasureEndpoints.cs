using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Journal;
using Bridge.Journal.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>People are forgotten: asked for by one, carried out by another; and how long they are kept.</summary>
internal static class ErasureEndpoints
{
    private const int MostRecords = 100;
    private static readonly TimeSpan LongestRestriction = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/erasures", (HttpContext context, ErasureOffice office) => Wishes(context.Caller(), office)).RequirePost();
        api.MapPost("/erasures", (ErasureBody body, HttpContext context, ErasureOffice office) => Ask(body, context.Caller(), office)).RequirePermission(Permission.AskErasure);
        var auditor = api.MapGroup("").RequirePermission(Permission.ErasePerson);
        auditor.MapPost("/erasures/{id}/carry-out", async (string id, HttpContext context, ErasureOffice office, CancellationToken stop) =>
            Show(await office.CarryOutAsync(context.Caller(), id, stop)));
        auditor.MapPost("/erasures/{id}/decline", async (string id, HttpContext context, ErasureOffice office, CancellationToken stop) =>
            Show(await office.DeclineAsync(context.Caller(), id, stop)));
        auditor.MapPost("/restrictions", (RestrictionBody body, HttpContext context, ErasureOffice office, TimeProvider time, CancellationToken stop) =>
            RestrictAsync(body, context.Caller(), office, time, stop));
        api.MapGet("/retention", Retention).RequirePermission(Permission.ReadRetention);
    }

    private static bool MayLook(Caller caller) => caller.ReachOf(Permission.AskErasure) != Reach.None || caller.ReachOf(Permission.ErasePerson) != Reach.None;

    internal static IResult Wishes(Caller caller, ErasureOffice office) => !MayLook(caller)
        ? Answers.Forbidden("not-permitted", "Your post neither asks for erasures nor carries them out.")
        : office.Wishes(caller) is { } wishes ? TypedResults.Ok(wishes) : Unavailable();

    internal static IResult Ask(ErasureBody body, Caller caller, ErasureOffice office) => body.Records.Count is 0 or > MostRecords
        ? Answers.BadRequest("records", $"Name 1 to {MostRecords} records.")
        : Show(office.Ask(caller, body.Records, body.Ground));

    internal static async Task<IResult> RestrictAsync(RestrictionBody body, Caller caller, ErasureOffice office, TimeProvider time, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return body.Records.Count is 0 or > MostRecords || body.Until <= now || body.Until > now + LongestRestriction
            ? Answers.BadRequest("restriction", $"Name 1 to {MostRecords} records, and an end that is at most {LongestRestriction.Days} days ahead, or none to lift it.")
            : Show(await office.RestrictAsync(caller, body.Records, body.Until, stop));
    }

    internal static IResult Retention(PersonVault vault, SiteHolder site)
    {
        if (vault.Census() is not StorageResult<IReadOnlyList<RetentionCount>>.Done { Value: var counts })
        {
            return Unavailable();
        }

        var limits = site.Current.Retention;
        return TypedResults.Ok(Enum.GetValues<RetentionClass>().Where(one => one != RetentionClass.Skeleton).Select(one =>
        {
            var count = counts.FirstOrDefault(count => count.Class == one) ?? new RetentionCount(one, 0, 0, null);
            return new RetentionView(one, limits.Of(one).TotalDays, count.Rows, count.Restricted, count.Oldest + limits.Of(one));
        }));
    }

    internal static IResult Show(ErasureOutcome outcome) => outcome switch
    {
        ErasureOutcome.Noted noted => TypedResults.Ok(noted.Wish),
        ErasureOutcome.Declined => TypedResults.NoContent(),
        ErasureOutcome.Done done => TypedResults.Ok(done),
        ErasureOutcome.NotThere => Answers.NotFound(),
        ErasureOutcome.OwnWish => Answers.Forbidden("own_request", "Who asked for it does not carry it out."),
        ErasureOutcome.Unavailable => Unavailable(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult Unavailable() => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "Not everything could be done or written down; do it again.");
}
