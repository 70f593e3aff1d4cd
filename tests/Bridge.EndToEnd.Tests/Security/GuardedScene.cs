using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>The running product with a desk and a user for each role, for those who try its doors from the net. One for all of them.</summary>
public sealed class GuardedScene : IAsyncLifetime
{
    private Installation? installation;
    private BridgeProcess? bridge;
    private readonly Dictionary<string, long> lastSteps = [];
    private int visitors;

    internal Installation Installation => installation!;

    public Uri Root => new(Installation.Api, "/");

    public string Output => bridge!.Output;

    /// <summary>Hears every line that the product prints.</summary>
    internal Action<string>? Hears { get; set; }

    /// <summary>Memory that the product has in use, in bytes.</summary>
    internal long Memory()
    {
        using var process = System.Diagnostics.Process.GetProcessById(bridge!.Id);
        return process.WorkingSet64;
    }

    public async ValueTask InitializeAsync()
    {
        var stop = CancellationToken.None;
        installation = await Installation.CreateWithLobbyAsync(FreePorts.Take(1)[0], stop);
        bridge = installation.StartWithUsers(line => Hears?.Invoke(line));
        Assert.True(await bridge.IsReadyAsync(TimeSpan.FromSeconds(60), stop), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => File.Exists(installation.Users), TimeSpan.FromSeconds(60), stop), bridge.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await bridge!.DisposeAsync();
        await installation!.DisposeAsync();
    }

    /// <summary>The service dies and starts again on the same files.</summary>
    public async Task RestartAsync(CancellationToken stop)
    {
        await bridge!.KillAsync(stop);
        await bridge.DisposeAsync();
        bridge = Installation.StartWithUsers(line => Hears?.Invoke(line));
        Assert.True(await bridge.IsReadyAsync(TimeSpan.FromSeconds(60), stop), bridge.Output);
    }

    /// <summary>Somebody at a browser of his own, at an address of his own.</summary>
    internal PageVisitor Visitor()
    {
        // Addresses that belong to nobody (RFC 2544).
        var number = Interlocked.Increment(ref visitors);
        return new PageVisitor(Root, $"198.18.{number / 250}.{(number % 250) + 1}");
    }

    /// <summary>A user's password and, where he has one, his authenticator's key.</summary>
    internal async Task<(string Password, string? Key)> UserAsync(string name, CancellationToken stop)
    {
        var user = JsonNode.Parse(await File.ReadAllTextAsync(Installation.Users, stop))!.AsArray().Single(one => one!["name"]!.GetValue<string>() == name)!;
        return (user["password"]!.GetValue<string>(), user["authenticatorKey"]?.GetValue<string>());
    }

    /// <summary>Signed in by the pages.</summary>
    internal async Task<PageVisitor> SignInAsync(string name, CancellationToken stop)
    {
        var visitor = Visitor();
        var (password, key) = await UserAsync(name, stop);
        using var known = await visitor.GivePasswordAsync(name, password, stop);
        if (key is not null)
        {
            using var strengthened = await visitor.SubmitAsync("/sign-in", "code", [("code", await CodeAsync(name, key, stop))], stop);
        }

        Assert.True(await visitor.IsSignedInAsync(stop), $"{name} is not signed in");
        return visitor;
    }

    /// <summary>A code that was not used yet: each is good once, half a minute before its time and half a minute after.</summary>
    internal async Task<string> CodeAsync(string name, string key, CancellationToken stop)
    {
        var step = Math.Max(Now() - 1, lastSteps.GetValueOrDefault(name) + 1);
        Assert.True(await Deadline.UntilAsync(() => step <= Now() + 1, TimeSpan.FromMinutes(2), stop));
        lastSteps[name] = step;
        return ApiClient.Code(key, DateTimeOffset.FromUnixTimeSeconds(step * 30));

        static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;
    }
}
