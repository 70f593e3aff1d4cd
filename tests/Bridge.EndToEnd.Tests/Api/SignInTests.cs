using System.Net;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Api;

/// <summary>People at the API of the real process.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task EveryRoleSignsInAndSeesWhatIsItsOwnAndNoSecretIsPrinted()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(FreePorts.Take(1)[0], stop);
        await using var product = installation.StartWithUsers();
        Assert.True(await product.IsReadyAsync(TimeSpan.FromSeconds(30), stop), product.Output);
        using var nobody = ApiClient.Nobody(installation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("doors", stop)).Status);
        foreach (var user in (string[])["la", "tl", "sup", "gate", "pat", "ccr", "off", "fd", "admin", "audit"])
        {
            using var person = await ApiClient.SignInAsync(installation, user, stop);
            var doors = await person.GetAsync("doors", stop);
            Assert.True(doors.Status == HttpStatusCode.OK && doors.Body!["doors"]!.AsArray().Count == 6, user);
            Assert.Equal((user, user == "admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (user, (await person.GetAsync("accounts", stop)).Status));
        }

        var secrets = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(installation.Users, stop))!.AsArray()
            .SelectMany(user => (string?[])[user!["password"]!.GetValue<string>(), user["authenticatorKey"]?.GetValue<string>()]).OfType<string>();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, product.Output, StringComparison.Ordinal));
        Assert.Contains("Security SignedIn", product.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADisabledPersonsStreamAndSessionEndWithinFiveSeconds()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(FreePorts.Take(1)[0], stop);
        await using var product = installation.StartWithUsers();
        Assert.True(await product.IsReadyAsync(TimeSpan.FromSeconds(30), stop), product.Output);
        using var assistant = await ApiClient.SignInAsync(installation, "la", stop);
        using var administrator = await ApiClient.SignInAsync(installation, "admin", stop);
        using var stream = await assistant.StreamAsync(stop);
        string? line;
        do
        {
            line = await stream.ReadLineAsync(stop);
        }
        while (line is not (null or "event: doors"));

        Assert.NotNull(line);
        var disabled = await administrator.SendAsync(HttpMethod.Post, $"accounts/{assistant.Session["account"]}/disable", null, stop);
        Assert.Equal(HttpStatusCode.OK, disabled.Status);
        await stream.ReadToEndAsync(stop).WaitAsync(TimeSpan.FromSeconds(5), stop);
        Assert.Equal(HttpStatusCode.Unauthorized, (await assistant.GetAsync("session", stop)).Status);
    }

    [Fact]
    public async Task WithoutTheOptionThereIsNoAccountAndACodeLiesInTheDataDirectory()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(FreePorts.Take(1)[0], stop);
        await using var product = installation.Start();
        var file = Path.Combine(installation.DataDirectory, "first-enrolment.code");
        Assert.True(await Deadline.UntilAsync(() => File.Exists(file), TimeSpan.FromSeconds(30), stop), product.Output);
        var code = (await File.ReadAllTextAsync(file, stop)).Trim();
        Assert.DoesNotContain(code, product.Output, StringComparison.Ordinal);
        using var first = ApiClient.Nobody(installation);
        var made = await first.SendAsync(
            HttpMethod.Post, "accounts/first", new System.Text.Json.Nodes.JsonObject { ["code"] = code, ["name"] = "root", ["password"] = "a password of my own" }, stop);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.False(File.Exists(file));
    }
}
