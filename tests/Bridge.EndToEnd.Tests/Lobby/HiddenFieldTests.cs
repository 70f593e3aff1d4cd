using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// What somebody may not read he cannot search, sort or count by either: a right guess and a wrong one get the same answer, at every list that covers names.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class HiddenFieldTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string Name = "欧阳雪梅";
    private const string Company = "青山消防";
    private const string Phone = "13987654321";

    private static readonly string[] Parameters =
    [
        "name", "Name", "organisation", "phone", "phoneSuffix", "q", "text", "search", "filter", "fields.name", "person.name", "claimedName", "$filter", "where", "like",
    ];

    private static readonly (string User, string Path)[] Lists =
    [
        ("la", "records/visitor-log"), ("sup", "records/visitor-log"), ("audit", "records/visitor-log"), ("fd", "records/visitor-log"), ("gate", "records/visitor-log"),
        ("la", "records/duty-log"), ("sup", "records/duty-log"), ("audit", "records/duty-log"), ("audit", "journal?kind=RecordWritten"), ("audit", "erasures"), ("audit", "retention"),
        ("sup", "register/changes"), ("off", "register/changes"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARightGuessLooksLikeAWrongOne()
    {
        await RecordAsync();
        var tried = 0;
        foreach (var (user, path) in Lists)
        {
            foreach (var parameter in Parameters)
            {
                foreach (var (right, wrong) in ((string, string)[])[(Name, "欧阳雪松"), (Name[..2], "司马"), (Company, "白云消防"), (Phone, "13987654320"), (Phone[^4..], "4320"), ("%", "_")])
                {
                    Assert.Equal(await SeenAsync(user, path, parameter, wrong), await SeenAsync(user, path, parameter, right));
                    tried++;
                }
            }
        }

        output.WriteLine($"{tried} right guesses, each with a wrong one beside it: no difference");
    }

    [Fact]
    public async Task NobodyAsksForTheFieldsOrTheOrder()
    {
        await RecordAsync();
        var tried = 0;
        foreach (var (user, path) in Lists)
        {
            var plain = await SeenAsync(user, path, "x", "x");
            foreach (var parameter in (string[])["fields", "select", "$select", "include", "expand", "sort", "orderBy", "$orderby", "order", "groupBy", "masked", "unmask", "full"])
            {
                foreach (var value in (string[])["name", "-name", "person", "phone", "fields.phone", "*", "false", "true"])
                {
                    var seen = await SeenAsync(user, path, parameter, value);
                    Assert.True(seen.Body == plain.Body || seen.Status == HttpStatusCode.BadRequest, $"{user} {path} {parameter}={value}");
                    Assert.DoesNotContain(Name, seen.Body, StringComparison.Ordinal);
                    Assert.DoesNotContain(Phone, seen.Body, StringComparison.Ordinal);
                    tried++;
                }
            }
        }

        output.WriteLine($"{tried} wishes for other fields or another order: none was followed");
    }

    /// <summary>The same look at a parameter that is there to be searched by.</summary>
    [Fact]
    public async Task WhatIsLookedForIsFound()
    {
        await RecordAsync();
        Assert.NotEqual(await SeenAsync("sup", "records/visitor-log", "category", "governmentOfficer"), await SeenAsync("sup", "records/visitor-log", "category", "listedLeader"));
    }

    private async Task RecordAsync()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = Name, ["organisation"] = Company, ["purpose"] = "检查" }, Token);
        await scene.DoAsync("la", $"cases/{id}/refuse", null, Token);
        await scene.DoAsync("la", $"cases/{id}/record", new JsonObject { ["phone"] = Phone }, Token);
    }

    private async Task<(HttpStatusCode Status, string Body)> SeenAsync(string user, string path, string parameter, string value)
    {
        var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}";
        var (status, body) = await scene.SendAsync(HttpMethod.Get, user, address, null, Token);

        // A refusal may say back what was asked, and each has a number of its own.
        return (status, status == HttpStatusCode.OK ? body!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) : "");
    }
}
