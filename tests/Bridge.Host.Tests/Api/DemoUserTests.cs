using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.Host.Tests.Api;

/// <summary>The demo's people: there with the option, the same ones after a restart, and gone without it.</summary>
public sealed class DemoUserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARestartOfTheDemoThrowsNobodyOut()
    {
        await using var bench = await ApiBench.StartAsync();
        bench.DemoUsersFile = bench.Folder.File("users.json");
        await bench.RestartAsync();
        var told = await File.ReadAllTextAsync(bench.DemoUsersFile, Token);
        var browser = await SignInAsync(bench, told, "gate");
        await bench.CrashAsync();
        Assert.Equal(told, await File.ReadAllTextAsync(bench.DemoUsersFile, Token));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("doors")).Status);
        await SignInAsync(bench, told, "pat");

        bench.DemoUsersFile = null;
        await bench.CrashAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GivePasswordAsync("gate", PasswordOf(told, "gate"))).Status);
    }

    [Theory]
    [InlineData("\"gate\"", "\"gait\"", "a name")]
    [InlineData("\"patrol\"", "\"frontDesk\"", "a role")]
    [InlineData("[", "", "no JSON any more")]
    [InlineData("\"password\":\"", "\"password\":\"x", "a password")]
    [InlineData("\"authenticatorKey\":\"", "\"authenticatorKey\":\"A", "a key")]
    public async Task AFileThatTellsOfOthersIsMadeAnew(string what, string by, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        bench.DemoUsersFile = bench.Folder.File("users.json");
        await bench.RestartAsync();
        var told = await File.ReadAllTextAsync(bench.DemoUsersFile, Token);
        var browser = await SignInAsync(bench, told, "gate");
        Assert.Contains(what, told, StringComparison.Ordinal);
        await File.WriteAllTextAsync(bench.DemoUsersFile, told.Replace(what, by, StringComparison.Ordinal), Token);
        await bench.CrashAsync();
        var anew = await File.ReadAllTextAsync(bench.DemoUsersFile, Token);
        Assert.True(PasswordOf(anew, "gate") != PasswordOf(told, "gate"), why);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("doors")).Status);
        await SignInAsync(bench, anew, "gate");
    }

    private static async Task<Browser> SignInAsync(ApiBench bench, string users, string name)
    {
        var browser = bench.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GivePasswordAsync(name, PasswordOf(users, name))).Status);
        return browser;
    }

    private static string PasswordOf(string users, string name) =>
        JsonNode.Parse(users)!.AsArray().Single(user => user!["name"]!.GetValue<string>() == name)!["password"]!.GetValue<string>();
}
