using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>Every endpoint that takes a body, as the running product describes them, and people of every post who are signed in.</summary>
internal sealed class BodyTakers : IDisposable
{
    private static readonly string[] Names = ["gate", "pat", "la", "ccr", "off", "sup", "audit"];

    private readonly List<(string Name, PageVisitor Visitor, string Csrf)> people = [];
    private int sent;

    public IReadOnlyList<(string Method, string Path)> Endpoints { get; private set; } = [];

    public IEnumerable<string> People => people.Select(person => person.Name);

    public static async Task<BodyTakers> FindAsync(GuardedScene scene, CancellationToken stop)
    {
        var found = new BodyTakers();
        foreach (var name in Names)
        {
            var visitor = await scene.SignInAsync(name, stop);
            using var session = await visitor.GetAsync("/api/v1/session", stop);
            found.people.Add((name, visitor, JsonNode.Parse(await session.Content.ReadAsStringAsync(stop))!["csrfToken"]!.GetValue<string>()));
        }

        using var answer = await found.people[0].Visitor.GetAsync("/api/v1/openapi.json", stop);
        var paths = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!["paths"]!.AsObject();
        found.Endpoints =
        [
            .. from path in paths
               from method in path.Value!.AsObject()
               where method.Value is JsonObject described && described["requestBody"] is not null
               select (method.Key.ToUpperInvariant(), path.Key.Replace("{id}", "999999", StringComparison.Ordinal).Replace("{lobby}", "a", StringComparison.Ordinal).Replace("{order}", "1", StringComparison.Ordinal)),
        ];
        return found;
    }

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(string name, string method, string path, HttpContent content, CancellationToken stop)
    {
        var (_, visitor, csrf) = people.Single(person => person.Name == name);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        request.Headers.Add("X-CSRF-Token", csrf);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        // Each from an address of its own: what is tried here is not how often.
        sent++;
        request.Headers.Add("X-Forwarded-For", $"198.19.{sent / 250}.{(sent % 250) + 1}");

        // Whoever is refused by the length alone is told so before he sends it.
        request.Headers.ExpectContinue = true;
        using var answer = await visitor.SendAsync(request, stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
    }

    public void Dispose() => people.ForEach(person => person.Visitor.Dispose());
}
