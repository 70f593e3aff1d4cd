using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Clock;

/// <summary>The running product's wall clock is set while a recognition holds: the open key works until its seconds have passed, and no longer.</summary>
public sealed class ClockStepTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Tries = 6;

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly JsonObject Front = new() { ["door"] = LobbyScene.Front };

    private Mosquitto? broker;
    private WallClock? wall;
    private Installation? installation;
    private Simulators.Processes.BridgeProcess? bridge;
    private ApiClient? desk;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        wall = await WallClock.BuildAsync(Token);
        broker = await Mosquitto.StartAsync(Token);
        installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        var site = await File.ReadAllTextAsync(installation.SiteFile, Token);
        await File.WriteAllTextAsync(installation.SiteFile, site.Replace(
            "\"admission\": {", "\"admission\": { \"recognition\": \"10 s\", \"recognitionLimit\": 100,", StringComparison.Ordinal), Token);
        bridge = installation.Start(Built.Product, ["run", "--site", installation.SiteFile, "--demo-users", installation.Users], wall.Variables);
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        desk = await ApiClient.SignInAsync(installation, "la", Token);
    }

    public async ValueTask DisposeAsync()
    {
        desk?.Dispose();
        await (bridge?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (installation?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        wall?.Dispose();
    }

    [Fact]
    public async Task A_recognition_ends_on_the_time_that_passed()
    {
        foreach (var error in (int[])[90, 0, -90, 0])
        {
            await InTimeAsync(TimeSpan.FromSeconds(error));
            await TooLateAsync(TimeSpan.FromSeconds(-error));
        }

        var steps = Steps();
        output.WriteLine($"steps of the wall clock against the time line, as the journal has them: {string.Join(", ", steps.Select(step => $"{step:0} s"))}");
        Assert.Contains(steps, step => step is > 80 and < 200);
        Assert.Contains(steps, step => step is < -80 and > -200);
    }

    /// <summary>Pressed before it ran out, whatever the clock says. A machine that was too slow to tell is asked again.</summary>
    private async Task InTimeAsync(TimeSpan error)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var (id, asked, _) = await RecognisedAsync();
            wall!.Set(error);
            await UntilAsync(asked, Holds / 2);
            var (status, answer) = await desk!.SendAsync(HttpMethod.Post, $"cases/{id}/open", Front.DeepClone(), Token);
            if (status == HttpStatusCode.OK)
            {
                output.WriteLine($"clock at {error.TotalSeconds} s: opened {asked.Elapsed.TotalSeconds:0.0} s after it was recognised");
                return;
            }

            Assert.True(asked.Elapsed >= Holds || answer?["code"]?.GetValue<string>() is "door_offline", $"refused after {asked.Elapsed}: {answer?.ToJsonString()}\n{bridge!.Output}");
        }

        Assert.Fail("This machine is too slow: no key was pressed within ten seconds.");
    }

    private async Task TooLateAsync(TimeSpan error)
    {
        var (id, _, answered) = await RecognisedAsync();
        wall!.Set(error);
        await UntilAsync(answered, Holds);
        var (status, answer) = await desk!.SendAsync(HttpMethod.Post, $"cases/{id}/open", Front.DeepClone(), Token);
        output.WriteLine($"clock at {error.TotalSeconds} s: {status} {answer?["code"]} {answered.Elapsed.TotalSeconds:0.0} s after it was recognised");
        Assert.True(answer?["code"]?.GetValue<string>() is "evidence_expired" or "evidence_missing", $"{status} {answer?.ToJsonString()}");
    }

    /// <returns>The case, and clocks that run since it was asked and since it was answered: the engine's own moment lies between them.</returns>
    private async Task<(long Case, Stopwatch Asked, Stopwatch Answered)> RecognisedAsync()
    {
        var (_, known) = await desk!.GetAsync("lobbies/a/directory?text=0805", Token);
        var resident = known!.AsArray().Single()!["id"]!.GetValue<string>();
        var (_, opened) = await desk.SendAsync(HttpMethod.Post, "lobbies/a/cases", new JsonObject { ["door"] = LobbyScene.Front, ["category"] = "forgottenCard" }, Token);
        var id = opened!["id"]!.GetValue<long>();
        var asked = Stopwatch.StartNew();
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"cases/{id}/resident", new JsonObject { ["resident"] = resident }, Token);
        Assert.True(status == HttpStatusCode.OK, answer?.ToJsonString());
        return (id, asked, Stopwatch.StartNew());
    }

    private static async Task UntilAsync(Stopwatch clock, TimeSpan passed) => Assert.True(await Deadline.UntilAsync(() => clock.Elapsed >= passed, Limit, Token));

    /// <summary>By how much the label and the time line of neighbouring entries part.</summary>
    private List<double> Steps()
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = installation!.Journal, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT step FROM (SELECT ((occurred_at - elapsed) - lag(occurred_at - elapsed) OVER (ORDER BY sequence)) / 1e7 AS step FROM entry) WHERE abs(step) > 5";
        using var reader = command.ExecuteReader();
        var steps = new List<double>();
        while (reader.Read())
        {
            steps.Add(Convert.ToDouble(reader.GetValue(0), CultureInfo.InvariantCulture));
        }

        return steps;
    }
}
