using System.Collections.Concurrent;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>What somebody sends does not make lines of the log that the product did not write, nor move the cursor of who reads it.</summary>
[Collection(GuardedScenes.Name)]
public sealed class LogInjectionTests(GuardedScene scene, ITestOutputHelper output)
{
    private const string Marker = "info: Security FORGED";

    private static readonly string[] Breaks =
    [
        "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u001b[2K\r", "\u001b[1A", "\u001b]0;x\u0007", "\u009b2J", "\b\b\b\b", "\0", "\u202e", "\u2066", "\u200f",
        "\"}\n{\"level\":\"info\",\"message\":\"", "%0a", "%0d%0a", "\\n", "&#10;", "＂\n", "\ufeff\n", "\ud800",
    ];

    private static readonly string[] Heads = ["", "la", "demo-la", "x' ", "{0}", "{Name}", "%s", "$(id)"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingThatIsSentBecomesALineOfTheLog()
    {
        List<string> texts = [.. from head in Heads from turn in Breaks select head + turn + Marker];
        Assert.True(texts.Count >= 200);
        var sent = 0;
        var lines = new ConcurrentQueue<string>();
        scene.Hears = lines.Enqueue;
        foreach (var part in texts.Chunk(20))
        {
            // Each address has a number of attempts a minute.
            using var visitor = scene.Visitor();
            var token = await visitor.TokenAsync("/sign-in", Token);
            foreach (var text in part)
            {
                using var form = await visitor.PostAsync("/sign-in?lang=en", PageVisitor.Form("password", token, [("name", text), ("password", text)]), Token);
                using var address = await visitor.GetAsync($"/{Uri.EscapeDataString(text)}?then={Uri.EscapeDataString(text)}", Token);
                using var api = await visitor.PostAsync("/api/v1/session", new StringContent($"{{\"name\":{System.Text.Json.JsonSerializer.Serialize(text)},\"password\":\"x\"}}", null, "application/json"), Token);
                sent += 3;
            }
        }

        // The positive control: it does write of them, so there was something to break out of.
        Assert.True(await Deadline.UntilAsync(() => lines.Any(IsOfSecurity), TimeSpan.FromSeconds(10), Token), "the log says nothing of the attempts");
        Assert.True(await SaysNoMoreAsync(lines), "the log does not come to an end");
        scene.Hears = null;
        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith(Marker, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Any(letter => letter != '\t' && (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u202e' or '\u2066' or '\u200f')));
        output.WriteLine($"{texts.Count} texts in {sent} requests: {lines.Count} lines of the log, {lines.Count(IsOfSecurity)} of security, 0 forged");
    }

    // What is printed is read a moment later.
    private static async Task<bool> SaysNoMoreAsync(ConcurrentQueue<string> lines)
    {
        var (last, still) = (lines.Count, 0);
        return await Deadline.UntilAsync(
            () =>
            {
                var now = lines.Count;
                still = now == last ? still + 1 : 0;
                last = now;
                return still == 25;
            },
            TimeSpan.FromSeconds(30),
            Token);
    }

    private static bool IsOfSecurity(string line) => line.Contains("Security", StringComparison.Ordinal);
}
