using Bridge.Host.Accounts;
using Bridge.Host.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Api.Cards;

/// <summary>Cards and PINs: looked for, given out, switched off.</summary>
internal static class CredentialEndpoints
{
    public static void Register(IServiceCollection services) => services.AddSingleton<CredentialShelf>().AddSingleton<CredentialOffice>();

    public static void Map(IEndpointRouteBuilder api)
    {
        var credentials = api.MapGroup("/credentials");
        credentials.MapGet("", (string? text, string? after, Caller caller, CredentialShelf shelf) =>
            shelf.Page(caller, text, after, CredentialShelf.Longest) is { } page
                ? TypedResults.Ok(page)
                : (IResult)Answers.Problem(StatusCodes.Status503ServiceUnavailable, "register_unavailable", "The register cannot be read now."))
            .RequirePermission(Permission.DisableCredential);
        credentials.MapGet("/unknown-reads", (UnknownCards unknown) => TypedResults.Ok(unknown.Recent.Select(card => View(card, unknown))))
            .RequirePermission(Permission.IssueCredential);
        credentials.MapPost("", (IssueBody wish, Caller caller, CredentialOffice office) => office.Issue(wish, caller)).RequirePermission(Permission.IssueCredential);
        credentials.MapPost("/{id}/disable", (string id, DisableBody wish, Caller caller, CredentialOffice office) => office.Disable(id, wish.Reason, caller))
            .RequirePermission(Permission.DisableCredential);
        credentials.MapPost("/{id}/enable", (string id, Caller caller, CredentialOffice office) => office.Enable(id, caller)).RequirePermission(Permission.IssueCredential);
    }

    private static UnknownReadView View(UnknownCard card, UnknownCards unknown) =>
        new(card.Id, card.AccessPoint?.Value, card.Door?.Value, card.Shown, Math.Round(unknown.AgeOf(card).TotalSeconds, 1));
}
