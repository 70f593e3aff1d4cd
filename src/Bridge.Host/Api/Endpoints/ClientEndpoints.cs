using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Tokens for other systems.</summary>
internal static class ClientEndpoints
{
    private const int LongestDays = 366;

    public static void Map(IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/clients").RequirePermission(Permission.ManageClients);
        clients.MapGet("", async (AccountsContext accounts, CancellationToken stop) => TypedResults.Ok(
            (await accounts.Clients.OrderBy(client => client.Name).ToListAsync(stop)).Select(row => Show(row, token: null))));
        clients.MapPost("", CreateAsync).AnswersSecret();
        clients.MapDelete("/{id}", RevokeAsync);
    }

    internal static async Task<IResult> CreateAsync(
        ClientRequest request, Caller caller, AccountsContext accounts, ClientBook book, SecurityLog security, TimeProvider time, CancellationToken stop)
    {
        if (request.Scopes.Count == 0 || request.Scopes.FirstOrDefault(scope => !ClientScopes.All.ContainsKey(scope)) is not null)
        {
            return Answers.BadRequest("scopes", $"Scopes are {string.Join(", ", ClientScopes.All.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (request.Days is < 1 or > LongestDays || request.Name.Length is 0 or > 64)
        {
            return Answers.BadRequest("client", $"A client has a name of 1 to 64 characters, and its token 1 to {LongestDays} days.");
        }

        var token = SecretToken.New();
        var row = new ClientRow
        {
            Id = SecretToken.NewId("c"), Name = request.Name, Lobby = request.Lobby?.Value, Scopes = string.Join(' ', request.Scopes.Distinct()),
            TokenDigest = SecretToken.Digest(token), ExpiresAt = time.GetUtcNow().AddDays(request.Days).ToUnixTimeSeconds(),
        };
        accounts.Clients.Add(row);
        await accounts.SaveChangesAsync(stop);
        book.Add(row);
        security.Tell(SecurityMatter.ClientChanged, caller.Actor, $"{row.Id} created");
        return TypedResults.Ok(Show(row, token));
    }

    internal static async Task<IResult> RevokeAsync(
        string id, Caller caller, AccountsContext accounts, ClientBook book, SecurityLog security, CancellationToken stop)
    {
        if (await accounts.Clients.Where(client => client.Id == id).ExecuteDeleteAsync(stop) == 0)
        {
            return Answers.NotFound();
        }

        book.Revoke(id);
        security.Tell(SecurityMatter.ClientChanged, caller.Actor, $"{id} revoked");
        return TypedResults.NoContent();
    }

    private static ClientView Show(ClientRow row, string? token) =>
        new(row.Id, row.Name, row.Lobby, row.Scopes.Split(' '), DateTimeOffset.FromUnixTimeSeconds(row.ExpiresAt), token);
}
