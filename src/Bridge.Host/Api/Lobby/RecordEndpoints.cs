using Bridge.Host.Accounts;
using Bridge.Journal.Records;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>The visitor log and the duty log, page by page, names covered.</summary>
internal static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/records/visitor-log", (DateTimeOffset? from, DateTimeOffset? until, string? category, long? caseId, HttpContext context, RecordShelf shelf) =>
            Read(RecordForm.VisitorLog, Permission.ReadVisitorLog, (from, until, category, caseId), context, shelf)).RequirePermission(Permission.ReadVisitorLog);
        api.MapGet("/records/duty-log", (DateTimeOffset? from, DateTimeOffset? until, string? category, long? caseId, HttpContext context, RecordShelf shelf) =>
            Read(RecordForm.DutyLog, Permission.ReadDutyLog, (from, until, category, caseId), context, shelf)).RequirePermission(Permission.ReadDutyLog);
    }

    private static IResult Read(
        RecordForm form, Permission permission, (DateTimeOffset? From, DateTimeOffset? Until, string? Category, long? Case) wanted, HttpContext context, RecordShelf shelf)
    {
        var caller = context.Caller();
        var query = new RecordQuery(
            form, wanted.From, wanted.Until, wanted.Category, Lobby: caller.ReachOf(permission) == Reach.OwnLobby ? caller.Lobby?.Value : null, wanted.Case?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return shelf.Page(query, lobby => caller.Has(permission, new LobbyId(lobby))) is { } page
            ? TypedResults.Ok(page)
            : Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "The journal cannot be read now.");
    }
}
