using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>The running product with a desk and a user for each role, for those who try its doors from the net. One for all of them.</summary>
public sealed class GuardedScene : IAsyncLifetime
{
    private Installation? installation;
    private BridgeProcess? bridge;
    private int visitors;

    internal Installation Installation => installation!;

    public Uri Root => new(Installation.Api, "/");

    public string Output => bridge!.Output;

    public async ValueTask InitializeAsync()
    {
        var stop = CancellationToken.None;
        installation = await Installation.CreateWithLobbyAsync(FreePorts.Take(1)[0], stop);
        bridge = installation.StartWithUsers();
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
        bridge = Installation.StartWithUsers();
        Assert.True(await bridge.IsReadyAsync(TimeSpan.FromSeconds(60), stop), bridge.Output);
    }

    /// <summary>Somebody at a browser of his own, at an address of his own.</summary>
    internal PageVisitor Visitor() => new(Root, $"192.0.2.{Interlocked.Increment(ref visitors)}");

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
            using var strengthened = await visitor.SubmitAsync("/sign-in", "code", [("code", ApiClient.Code(key, TimeProvider.System.GetUtcNow()))], stop);
        }

        Assert.True(await visitor.IsSignedInAsync(stop), $"{name} is not signed in");
        return visitor;
    }
}
