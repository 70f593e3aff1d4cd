using System.Net;
using System.Text;

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
        using var takers = await BodyTakers.FindAsync(scene, Token);
        var (tried, reached) = (0, new HashSet<string>());
        foreach (var (method, path) in takers.Endpoints)
        {
            foreach (var name in takers.People)
            {
                var member = MadeUp[tried % MadeUp.Length];
                using var content = new StringContent($$"""{ "{{member}}": "administrator" }""", Encoding.UTF8, "application/json");
                var (status, body) = await takers.SendAsync(name, method, path, content, Token);
                if (status == HttpStatusCode.Forbidden)
                {
                    continue;
                }

                tried++;
                reached.Add($"{method} {path}");
                Assert.True(status == HttpStatusCode.BadRequest && (body.Contains("unknown-member", StringComparison.Ordinal) || body.Contains($"column {member}: unknown column", StringComparison.Ordinal)), $"{name} {method} {path} with {member}: {status} {body}");
            }
        }

        Assert.True(reached.Count >= 25, $"only {reached.Count} were reached: {string.Join(", ", reached)}");
        Assert.Contains("Security LyingClient: demo-gate", scene.Output, StringComparison.Ordinal);
        output.WriteLine($"{tried} bodies with made-up members at {reached.Count} endpoints, none taken");
    }
}
