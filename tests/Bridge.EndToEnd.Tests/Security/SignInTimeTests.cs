using System.Diagnostics;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>How long a wrong password takes does not tell whether there is such a user. A product of its own: its accounts are slow to answer afterwards.</summary>
public sealed class SignInTimeTests(GuardedScene scene, ITestOutputHelper output) : IClassFixture<GuardedScene>
{
    /// <summary>Between the medians (promises, password guessing).</summary>
    private const double MostApart = 5;

    // Three tries of each: a fourth is on the way to being locked out, which is another answer.
    private const int Tries = 3;
    private static readonly string[] Known = ["tl", "gate", "pat", "ccr", "off", "fd", "audit", "sup"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnUnknownNameTakesAsLongAsAKnownOne()
    {
        List<double> known = [], unknown = [];
        await TimeAsync("nobody-first", []);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            foreach (var (name, number) in Known.Select((name, number) => (name, number)))
            {
                await TimeAsync($"nobody{attempt}{number}", unknown);
                await TimeAsync(name, known);
            }
        }

        var same = TimeComparison.Of(known, unknown);
        output.WriteLine($"{known.Count} tries each. Known against unknown: {same}");
        Assert.True(Math.Abs(same.First - same.Second) < MostApart || !same.TellsApart, same.ToString());
    }

    /// <summary>The positive control: an answer without the work of a hash is told apart by the same look. A busy machine needs more of them.</summary>
    [Fact]
    public async Task WhatIsLookedForIsFound()
    {
        List<double> hashed = [], refused = [];
        TimeComparison seen;
        do
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                await TimeAsync($"nobody-else{hashed.Count}", hashed);
                await TimeAsync("nobody", refused, withToken: false);
            }

            seen = TimeComparison.Of(hashed, refused);
        }
        while (!seen.TellsApart && hashed.Count < 200);

        output.WriteLine($"{hashed.Count} tries each. With and without the form's token: {seen}");
        Assert.True(seen.TellsApart, $"the look finds nothing: {seen}");
    }

    private async Task TimeAsync(string name, List<double> times, bool withToken = true)
    {
        using var visitor = scene.Visitor();
        var token = await visitor.TokenAsync("/sign-in", Token);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync("/sign-in?lang=en", PageVisitor.Form("password", withToken ? token : null, [("name", name), ("password", "wrong wrong wrong")]), Token);
        times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        Assert.Null(visitor.Session);
    }
}
