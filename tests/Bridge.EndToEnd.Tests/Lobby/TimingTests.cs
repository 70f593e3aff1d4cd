using System.Diagnostics;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Another lobby's case and record look like none: in what is answered, and in how long the answer takes.</summary>
[Collection(LobbyScenes.Name)]
public sealed class TimingTests(LobbyScene scene, ITestOutputHelper output)
{
    private const int Trials = 400;
    private const int Seed = 20260310;
    private static readonly TimeSpan Deliberate = TimeSpan.FromMilliseconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_learns_from_the_clock_what_another_lobby_has()
    {
        var other = await scene.DoAsync("off", "lobbies/b/emergency", new JsonObject { ["door"] = "garage", ["reason"] = "medical" }, Token);
        var id = other["id"]!.GetValue<long>();
        var record = await RecordAsync(id);
        var none = string.Concat(record.AsSpan(0, record.Length - 4), "9999");
        (string Name, HttpMethod Method, string Existing, string Missing)[] questions =
        [
            ("case", HttpMethod.Get, $"cases/{id}", "cases/987654"),
            ("act at a case", HttpMethod.Post, $"cases/{id}/cancel", "cases/987654/cancel"),
            ("record", HttpMethod.Get, $"records/{record}", $"records/{none}"),
            ("amendment", HttpMethod.Post, $"records/{record}/amend", $"records/{none}/amend"),
        ];
        foreach (var question in questions)
        {
            var body = question.Method == HttpMethod.Get ? null : new JsonObject { ["reason"] = "x", ["name"] = "y" };
            body = question.Name == "act at a case" ? [] : body;
            var existing = await scene.SendAsync(question.Method, "la", question.Existing, body?.DeepClone(), Token);
            var missing = await scene.SendAsync(question.Method, "la", question.Missing, body?.DeepClone(), Token);
            Assert.Equal((System.Net.HttpStatusCode.NotFound, missing.Body!.ToJsonString()), (existing.Status, existing.Body!.ToJsonString()));
            var seen = await CompareAsync(question.Method, question.Existing, question.Missing, body, TimeSpan.Zero);
            output.WriteLine($"{question.Name}, n = {Trials} each: {seen}");
            Assert.False(seen.TellsApart, $"{question.Name}: {seen}");
        }

        var control = await CompareAsync(HttpMethod.Get, $"cases/{id}", "cases/987654", null, Deliberate);
        output.WriteLine($"control with {Deliberate.TotalMilliseconds} ms on purpose, n = {Trials} each: {control}");
        Assert.True(control.TellsApart, $"two milliseconds would not have been noticed: {control}");
    }

    private async Task<string> RecordAsync(long id)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await pace.WaitForNextTickAsync(Token))
        {
            if (await scene.RecordsAsync("visitor-log", id, Token) is [var line])
            {
                return line["number"]!.GetValue<string>();
            }
        }

        throw new Xunit.Sdk.XunitException("the emergency left no record");
    }

    // One after the other in an order by lot, so that whatever else the machine does meets both alike.
    private async Task<TimeComparison> CompareAsync(HttpMethod method, string existing, string missing, JsonObject? body, TimeSpan extra)
    {
        var lot = new Random(Seed);
        var (first, second) = (new List<double>(Trials), new List<double>(Trials));
        for (var warm = 0; warm < 20; warm++)
        {
            await MeasureAsync(method, warm % 2 == 0 ? existing : missing, body, TimeSpan.Zero);
        }

        for (var trial = 0; trial < Trials; trial++)
        {
            var existingFirst = lot.Next(2) == 0;
            foreach (var asksExisting in (bool[])[existingFirst, !existingFirst])
            {
                (asksExisting ? first : second).Add(await MeasureAsync(method, asksExisting ? existing : missing, body, asksExisting ? extra : TimeSpan.Zero));
            }
        }

        return TimeComparison.Of(first, second);
    }

    private async Task<double> MeasureAsync(HttpMethod method, string path, JsonObject? body, TimeSpan extra)
    {
        var sent = body?.DeepClone();
        var clock = Stopwatch.StartNew();
        await scene.SendAsync(method, "la", path, sent, Token);
        for (var end = clock.Elapsed + extra; clock.Elapsed < end;)
        {
            Thread.SpinWait(50);
        }

        return clock.Elapsed.TotalMilliseconds;
    }
}
