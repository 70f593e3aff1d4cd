using System.Globalization;
using Bridge.Console.Books.Records;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>The visitor log and the duty log: page by page with names covered, one record, its amendment, and who it was for somebody who says why.</summary>
internal static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/records/visitor-log", ([AsParameters] RecordSearch wanted, HttpContext context, RecordShelf shelf, TimeProvider time) =>
            Read(RecordForm.VisitorLog, wanted, context.Caller(), shelf, time)).RequirePermission(Permission.ReadVisitorLog);
        api.MapGet("/records/duty-log", ([AsParameters] RecordSearch wanted, HttpContext context, RecordShelf shelf, TimeProvider time) =>
            Read(RecordForm.DutyLog, wanted, context.Caller(), shelf, time)).RequirePermission(Permission.ReadDutyLog);
        api.MapGet("/records/visitor-log/export", ([AsParameters] ExportAsk ask, HttpContext context, RecordExporter exporter, CancellationToken stop) =>
            exporter.ExportAsync(BookForm.VisitorLog, ask, context.Caller(), stop)).RequirePermission(Permission.ExportLog);
        api.MapGet("/records/duty-log/export", ([AsParameters] ExportAsk ask, HttpContext context, RecordExporter exporter, CancellationToken stop) =>
            exporter.ExportAsync(BookForm.DutyLog, ask, context.Caller(), stop)).RequirePermission(Permission.ExportLog);
        api.MapGet("/records/{number}", (string number, HttpContext context, RecordOffice office) =>
            office.Find(context.Caller(), number) is { } record ? TypedResults.Ok(record) : (IResult)Answers.NotFound()).RequirePost();
        api.MapPost("/records/{number}/amend", (string number, AmendBody body, HttpContext context, RecordOffice office, CancellationToken stop) =>
            AmendAsync(number, body, context.Caller(), office, stop)).RequirePermission(Permission.AmendRecord);
        api.MapPost("/records/{number}/unmask", async (string number, UnmaskBody body, HttpContext context, RecordOffice office, CancellationToken stop) =>
            Show(await office.UnmaskAsync(context.Caller(), number, body.Reason, stop))).RequirePermission(Permission.UnmaskPerson).AnswersSecret();
    }

    internal static IResult Read(RecordForm form, RecordSearch wanted, Caller caller, RecordShelf shelf, TimeProvider time)
    {
        if (wanted.Max is < 1 or > RecordShelf.Longest)
        {
            return Answers.BadRequest("max", $"A page has 1 to {RecordShelf.Longest} rows.");
        }

        var household = wanted.Unit is { } unit ? shelf.HouseholdOf(unit) : null;
        if (wanted.Unit is not null && household is null)
        {
            return TypedResults.Ok(Array.Empty<RecordView>());
        }

        var permission = RecordReach.PermissionOf(form);
        var own = caller.ReachOf(permission) == Reach.OwnLobby ? caller.Lobby?.Value : null;
        var since = RecordReach.Since(caller, time.GetUtcNow());
        var query = new RecordQuery(
            form, wanted.From < since || wanted.From is null ? since : wanted.From, wanted.Until, wanted.Category, own ?? wanted.Lobby,
            wanted.CaseId?.ToString(CultureInfo.InvariantCulture), household, wanted.After, wanted.NewestFirst ?? false);
        return shelf.Page(query, wanted.Max ?? RecordShelf.Longest, lobby => caller.Has(permission, new LobbyId(lobby)) && (wanted.Lobby ?? lobby) == lobby) is { } page
            ? TypedResults.Ok(page)
            : Unavailable();
    }

    internal static Task<IResult> AmendAsync(string number, AmendBody body, Caller caller, RecordOffice office, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(body.Reason) || body.Fields == new PersonFields() || body.DocumentLast4 is { Length: > 4 }
            ? Task.FromResult<IResult>(Answers.BadRequest("amendment", "An amendment says why, and what is right instead; of a document the last 4 characters at most."))
            : office.AmendAsync(caller, number, body.Fields with { Reason = body.Reason }, stop);

    internal static IResult Show(UnmaskOutcome outcome) => outcome switch
    {
        UnmaskOutcome.Shown shown => TypedResults.Ok(shown.Versions),
        UnmaskOutcome.NotThere => Answers.NotFound(),
        UnmaskOutcome.ReasonNotYours => Answers.Forbidden("call-back-only", "An assistant looks a person up to call back, and for nothing else."),
        UnmaskOutcome.Unavailable => Unavailable(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult Unavailable() => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "The journal cannot be used now.");
}
