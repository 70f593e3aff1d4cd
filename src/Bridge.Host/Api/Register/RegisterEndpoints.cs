using Bridge.Host.Accounts;
using Bridge.Host.Import;
using Bridge.Host.Translation;
using Bridge.Host.Verbs;
using Bridge.Journal.Residents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Register;

/// <summary>The register's lists, row by row: read, added, changed, ended, removed.</summary>
internal static class RegisterEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var list in Enum.GetValues<ResidentList>())
        {
            var name = EventTranslation.Camel(list.ToString());
            var rows = api.MapGroup($"/register/{name}").RequirePermission(PermissionOf(list));
            rows.MapGet("", (string? text, string? after, int? afterOrder, RegisterShelf shelf) =>
                TypedResults.Ok(shelf.Page(list, text, after is null ? null : new RegisterKey(list, after, afterOrder ?? 0))));
            rows.MapPost("/import", (bool? dryRun, bool? allowRemovals, HttpContext context, RegisterImports imports, CancellationToken stop) =>
                ImportAsync(list, new ImportWish(dryRun ?? false, allowRemovals ?? false), context, imports, stop)).WithMetadata(new LargestBody(ListFile.LargestFile)).AnswersSecret();
            MapRow(rows, list, list is ResidentList.Stations or ResidentList.Duty ? "/{key}/{order:int}" : "/{key}");
        }
    }

    private static async Task<IResult> ImportAsync(ResidentList list, ImportWish wish, HttpContext context, RegisterImports imports, CancellationToken stop)
    {
        using var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, stop);
        return RegisterAnswers.Show(imports.Import(list, whole.ToArray(), wish, Actor(context)));
    }

    private static void MapRow(RouteGroupBuilder rows, ResidentList list, string path)
    {
        rows.MapGet(path, (string key, int? order, RegisterShelf shelf) =>
            shelf.Find(Key(list, key, order)) is { } row ? TypedResults.Ok(row) : (IResult)Answers.NotFound());
        rows.MapPut(path, (string key, int? order, Dictionary<string, string> columns, HttpContext context, RegisterOffice office) =>
            RegisterAnswers.Show(office.Put(Key(list, key, order), columns, Actor(context))));
        rows.MapPost($"{path}/end", (string key, int? order, EndBody body, HttpContext context, RegisterOffice office, RegisterFacts facts) =>
            RegisterAnswers.Show(office.End(Key(list, key, order), body.LastDay ?? facts.Today, Actor(context))));
        rows.MapDelete(path, (string key, int? order, HttpContext context, RegisterOffice office) =>
            RegisterAnswers.Show(office.Remove(Key(list, key, order), Actor(context))));
    }

    /// <summary>Passes are issued and tours are booked; the other lists are kept.</summary>
    internal static Permission PermissionOf(ResidentList list) => list switch
    {
        ResidentList.Passes => Permission.IssuePass,
        ResidentList.Tours => Permission.BookTour,
        ResidentList.Households or ResidentList.Members or ResidentList.Stations or ResidentList.Leaders or ResidentList.Badges or ResidentList.Duty => Permission.EditRegister,
    };

    private static RegisterKey Key(ResidentList list, string key, int? order) => new(list, key, order ?? 0);

    internal static string Actor(HttpContext context) => context.Caller().Actor.Value;
}
