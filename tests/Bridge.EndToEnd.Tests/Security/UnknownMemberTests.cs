using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>Members that a client makes up are refused at every endpoint that takes a body, and told of: nobody gives himself a role, a lobby or another end of his right.</summary>
[Collection(GuardedScenes.Name)]
public sealed class UnknownMemberTests(GuardedScene scene, ITestOutputHelper output)
{
    private static readonly string[] MadeUp = ["roleOverride", "building_id", "usedBy", "expires_at", "passwordHash", "__proto__", "isAdmin"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AreRefusedEverywhere()
    {
        var people = new List<(string Name, PageVisitor Visitor, string Csrf)>();
        foreach (var name in (string[])["gate", "pat", "la", "ccr", "off", "sup", "audit"])
        {
            var visitor = await scene.SignInAsync(name, Token);
            using var session = await visitor.GetAsync("/api/v1/session", Token);
            people.Add((name, visitor, JsonNode.Parse(await session.Content.ReadAsStringAsync(Token))!["csrfToken"]!.GetValue<string>()));
        }

        var (tried, reached) = (0, new HashSet<string>());
        foreach (var (method, path) in await EndpointsAsync(people[0].Visitor))
        {
            foreach (var (name, visitor, csrf) in people)
            {
                var member = MadeUp[tried % MadeUp.Length];
                var (status, body) = await SendAsync(visitor, csrf, method, path, member);
                if (status == HttpStatusCode.Forbidden)
                {
                    continue;
                }

                tried++;
                reached.Add($"{method} {path}");
                Assert.True(status == HttpStatusCode.BadRequest && (body.Contains("unknown-member", StringComparison.Ordinal) || body.Contains($"column {member}: unknown column", StringComparison.Ordinal)), $"{name} {method} {path} with {member}: {status} {body}");
            }
        }

        people.ForEach(person => person.Visitor.Dispose());
        Assert.True(reached.Count >= 25, $"only {reached.Count} were reached: {string.Join(", ", reached)}");
        Assert.Contains("Security LyingClient: demo-gate", scene.Output, StringComparison.Ordinal);
        output.WriteLine($"{tried} bodies with made-up members at {reached.Count} endpoints, none taken");
    }

    private static async Task<IReadOnlyList<(string Method, string Path)>> EndpointsAsync(PageVisitor visitor)
    {
        using var answer = await visitor.GetAsync("/api/v1/openapi.json", Token);
        var paths = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["paths"]!.AsObject();
        return
        [
            .. from path in paths
               from method in path.Value!.AsObject()
               where method.Value is JsonObject described && described["requestBody"] is not null
               select (method.Key.ToUpperInvariant(), path.Key.Replace("{id}", "999999", StringComparison.Ordinal).Replace("{lobby}", "a", StringComparison.Ordinal).Replace("{order}", "1", StringComparison.Ordinal)),
        ];
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(PageVisitor visitor, string csrf, string method, string path, string member)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent($$"""{ "{{member}}": "administrator" }""", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-CSRF-Token", csrf);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await visitor.SendAsync(request, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
