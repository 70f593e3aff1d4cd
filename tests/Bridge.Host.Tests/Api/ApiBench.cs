using System.Collections.Immutable;
using Bridge.Console;
using Bridge.Console.Doors;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Api;

/// <summary>The API in memory, with its real accounts file, two doors in two lobbies, and a probe endpoint for every permission.</summary>
internal sealed class ApiBench : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly List<WebApplication> left = [];
    private WebApplication? application;

    public TestFolder Folder { get; } = new();

    public WebApplication Application => application!;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public LogBook Log { get; } = new();

    public string CodeFile => Folder.File("first-enrolment.code");

    /// <summary>Of the demo's users, for the next start.</summary>
    public string? DemoUsersFile { get; set; }

    public static async Task<ApiBench> StartAsync()
    {
        var bench = new ApiBench();
        await bench.OpenAsync();
        return bench;
    }

    /// <summary>The service dies where it is, and starts again on the same files: nothing is said to the old one, which only a test's end takes away.</summary>
    public Task CrashAsync()
    {
        left.Add(Application);
        return OpenAsync();
    }

    /// <summary>Stopped as one stops a service, and started again.</summary>
    public async Task RestartAsync()
    {
        await Application.StopAsync(TestContext.Current.CancellationToken);
        await Application.DisposeAsync();
        await OpenAsync();
    }

    /// <summary>An account with its password and authenticator, as if a person had set both.</summary>
    public async Task<Person> HireAsync(string name, params IReadOnlyList<Post> posts)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        var protector = scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>().CreateProtector("accounts.second-factor");
        var key = SecondFactor.NewKey();
        var account = new Account
        {
            Id = $"u-{name}", UserName = name, DisplayName = name, TwoFactorEnabled = true, AuthenticatorKey = Convert.ToBase64String(protector.Protect(key)),
            Posts = [.. posts.Select(PostRow.Of)],
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        return new Person(account.Id, name, SecondFactor.Base32(key));
    }

    public Browser Browser() => new(() => Application.GetTestServer(), Time);

    /// <summary>Signed in with a code, and at the only post.</summary>
    public async Task<Browser> SignedInAsync(Role role, string? lobby = null)
    {
        var person = await HireAsync($"{role}-{lobby}".ToLowerInvariant(), new Post(role, lobby is null ? null : new LobbyId(lobby)));
        var browser = Browser();
        await browser.SignInAsync(person);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in left.Append(Application))
        {
            await one.DisposeAsync();
        }

        Folder.Dispose();
    }

    private async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<ILoggerFactory>(Log).AddSingleton<TimeProvider>(Time).AddSingleton<IDoorBoard>(new TwoDoors());
        builder.Services.AddSingleton<IDataProtectionProvider>(protection);
        builder.Services.AddSingleton(new LobbyDoors(door => new LobbyId(door.Value == "east-door" ? "east" : "west")));
        ApiShell.Register(builder.Services, new AccountsOptions(Folder.File("accounts.db"), CodeFile) { PasswordRounds = 10, DemoUsersFile = DemoUsersFile });
        application = builder.Build();
        MapProbes(ApiShell.Map(application));
        await application.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(await application.Services.GetRequiredService<AccountsGate>().WhenOpenedAsync(TestContext.Current.CancellationToken));
    }

    private static void MapProbes(RouteGroupBuilder api)
    {
        var acts = 0;
        foreach (var permission in Enum.GetValues<Permission>())
        {
            api.MapGet($"/probe/{permission}", () => TypedResults.Ok()).RequirePermission(permission);
            api.MapGet($"/probe/{permission}/{{lobby}}", (string lobby, HttpContext context) =>
                Answers.InLobby(context.Caller(), permission, lobby == "nowhere" ? null : lobby, found => new LobbyId(found), _ => TypedResults.Ok()))
                .RequirePermission(permission);
        }

        api.MapPost("/probe-open", () => TypedResults.NoContent()).RequirePermission(Permission.OpenCase).RequireAttended();
        api.MapGet("/probe-undeclared", () => TypedResults.Ok());
        api.MapPost("/probe-act", (CodeRequestProbe _) => TypedResults.Ok(Interlocked.Increment(ref acts))).SignedIn().RequireIdempotencyKey();
    }

    internal sealed record CodeRequestProbe(string Door);

    private sealed class TwoDoors : IDoorBoard
    {
        public DoorBoardView Current { get; } = new(
            new DisplayName("楼", "Tower"), DateTimeOffset.UnixEpoch, new BridgeLinksView(LinkHealth.Up, LinkHealth.Up, 0, []), FireIndication.Quiet, [Door("east-door"), Door("west-door")], ImmutableArray<EventView>.Empty);

        public async IAsyncEnumerable<DoorBoardView> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            yield return Current;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }

        private static DoorView Door(string id) => new(id, new DisplayName(id, id), CommandedMode.Locked, LockState.Locked, ContactState.Closed, TimeSpan.Zero, true);
    }
}
