using Bridge.Host.Accounts;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Residents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Register;

/// <summary>The supervisor's and the control room's part of the register, and its history.</summary>
internal static class ClearanceEndpoints
{
    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var clearance = api.MapGroup("/register").RequirePermission(Permission.SetClearanceRoute);
        clearance.MapPut("/households/{key}/clearance", (string key, ClearanceBody body, HttpContext context, ClearanceOffice office) =>
            Set(key, body, RegisterEndpoints.Actor(context), office));
        clearance.MapPost("/households/{key}/reason/reveal", (string key, HttpContext context, ClearanceOffice office) =>
            Reveal(office.Reveal(ResidentList.Households, key, RegisterEndpoints.Actor(context)))).AnswersSecret();
        clearance.MapPost("/members/{key}/reason/reveal", (string key, HttpContext context, ClearanceOffice office) =>
            Reveal(office.Reveal(ResidentList.Members, key, RegisterEndpoints.Actor(context)))).AnswersSecret();
        api.MapGet("/register/changes", Changes).RequirePermission(Permission.ReadRegisterHistory);
    }

    internal static IResult Set(string key, ClearanceBody body, string actor, ClearanceOffice office) =>
        body.Reason is { } reason && (!body.ThroughControlRoom || string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            ? Answers.BadRequest("reason", $"A reason has 1 to {LongestReason} characters, and belongs to a household that the control room asks.")
            : RegisterAnswers.Show(office.Set(key, body, actor));

    internal static IResult Reveal(StorageResult<string?>? opened) => opened switch
    {
        null => Answers.NotFound(),
        StorageResult<string?>.Done { Value: var reason } => TypedResults.Ok(new ReasonView(reason)),
        _ => Unavailable(),
    };

    internal static IResult Changes(string? list, string? subject, string? actor, long? before, ResidentRegister register)
    {
        var known = Enum.GetValues<RegisterList>().Where(one => EventTranslation.Camel(one.ToString()) == list).Select(one => (RegisterList?)one).SingleOrDefault();
        if (list is not null && known is null)
        {
            return Answers.BadRequest("list", $"Lists are {string.Join(", ", Enum.GetNames<RegisterList>().Select(EventTranslation.Camel))}.");
        }

        return register.Changes(new RegisterChangeQuery(known, subject, actor, before), RegisterShelf.Longest) is StorageResult<IReadOnlyList<RegisterChange>>.Done { Value: var found }
            ? TypedResults.Ok(found)
            : Unavailable();
    }

    private static ProblemHttpResult Unavailable() => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "register_unavailable", "The register cannot be used now.");
}
