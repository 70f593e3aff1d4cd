using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Desks: an administrator signs in at the desk's own browser and enrols it; from then on it is the second factor of whoever works there.</summary>
internal static class DeskEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var desks = api.MapGroup("/desks").RequirePermission(Permission.EnrolDesk);
        desks.MapGet("", async (AccountsContext accounts, CancellationToken stop) => TypedResults.Ok(
            (await accounts.Desks.OrderBy(desk => desk.Name).ToListAsync(stop)).Select(Show)));
        desks.MapPost("", EnrolAsync).AnswersSecret();
        desks.MapDelete("/{id}", RevokeAsync);
    }

    internal static async Task<IResult> EnrolAsync(
        DeskRequest request, Caller caller, HttpContext context, AccountsContext accounts, DeskBook book, SecurityLog security, TimeProvider time, CancellationToken stop)
    {
        if (request.Name.Length is 0 or > 64)
        {
            return Answers.BadRequest("name", "A desk's name has 1 to 64 characters.");
        }

        var token = SecretToken.New();
        var by = caller.Actor;
        var row = new DeskRow
        {
            Id = SecretToken.NewId("d"), Name = request.Name, Lobby = request.Lobby?.Value, TokenDigest = SecretToken.Digest(token),
            EnrolledAt = time.GetUtcNow().ToUnixTimeSeconds(), EnrolledBy = by.Value,
        };
        accounts.Desks.Add(row);
        await accounts.SaveChangesAsync(stop);
        book.Add(row);
        ApiCookies.WriteDesk(context, token);
        security.Tell(SecurityMatter.DeskEnrolled, by, row.Id);
        return TypedResults.Ok(Show(row));
    }

    internal static async Task<IResult> RevokeAsync(
        string id, Caller caller, AccountsContext accounts, DeskBook book, SessionBook sessions, SecurityLog security, CancellationToken stop)
    {
        if (await accounts.Desks.Where(desk => desk.Id == id).ExecuteDeleteAsync(stop) == 0)
        {
            return Answers.NotFound();
        }

        book.Revoke(id);
        sessions.EndAllAt(id);
        security.Tell(SecurityMatter.DeskRevoked, caller.Actor, id);
        return TypedResults.NoContent();
    }

    private static DeskEntry Show(DeskRow row) => new(row.Id, row.Name, row.Lobby, DateTimeOffset.FromUnixTimeSeconds(row.EnrolledAt));
}
