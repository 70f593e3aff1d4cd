using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>
/// Passwords are guessed at the running product, at one account and at many names, from one address after the other, the right ones among them.
/// ACCESSBRIDGE_GUESSES is how many (3000 unless given; the long form is 100 000). A product of its own: its accounts are shut out afterwards.
/// </summary>
public sealed partial class GuessingTests(GuardedScene scene, ITestOutputHelper output) : IClassFixture<GuardedScene>
{
    // One address is answered sixty times a minute, and its page is one of them.
    private const int OfOneAddress = 50;

    private const int MadeUpNames = 20;

    // From the fifth look on a name waits for a minute or longer until the next: as long as that the right password is no better than a wrong one. The look
    // was a moment before it is heard of here.
    private const int QuickLooks = 5;
    private static readonly TimeSpan Shut = TimeSpan.FromSeconds(40);

    private static readonly int Guesses = int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_GUESSES"), CultureInfo.InvariantCulture, out var count) ? count : 3000;
    private static readonly string[] Known = ["la", "tl", "gate", "pat", "ccr", "off", "fd", "audit"];

    private readonly Dictionary<string, string> right = [];
    private readonly ConcurrentDictionary<string, (int Times, TimeSpan Last)> looked = new();
    private readonly Stopwatch clock = new();
    private int inside;
    private int turnedBack;
    private int rightOnes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetNobodyInAndAreNotLookedAt()
    {
        foreach (var name in Known)
        {
            right[name] = (await scene.UserAsync(name, Token)).Password;
        }

        // The control: the very guess that comes later does get in now.
        using (var person = scene.Visitor())
        {
            using var taken = await person.GivePasswordAsync("gate", right["gate"], Token);
            Assert.NotNull(person.Session);
        }

        scene.Hears = line =>
        {
            if (Looked().Match(line) is { Success: true } match)
            {
                looked.AddOrUpdate(match.Groups[1].Value, (1, clock.Elapsed), (_, before) => (before.Times + 1, clock.Elapsed));
            }
        };
        clock.Start();
        for (var guess = 0; guess < Guesses; guess += OfOneAddress)
        {
            await GuessAsync(guess, Math.Min(guess + OfOneAddress, Guesses));
        }

        output.WriteLine($"{Guesses} guesses in {clock.Elapsed.TotalMinutes:0.0} min, {rightOnes} of them right, from {(Guesses + OfOneAddress - 1) / OfOneAddress} addresses: {inside} got in. Looked at: {string.Join(", ", looked.Select(one => $"{one.Key} {one.Value.Times}"))}");
        Assert.Equal((0, 0), (inside, turnedBack));
        Assert.True(rightOnes > 0 && looked["demo-la"].Times >= QuickLooks, "nothing was guessed");
        Assert.All(looked, one => Assert.InRange(one.Value.Times, 1, 100));
    }

    private async Task GuessAsync(int from, int until)
    {
        using var visitor = scene.Visitor();
        var token = await visitor.TokenAsync("/sign-in", Token);
        for (var guess = from; guess < until; guess++)
        {
            // Half of them at one account alone; of the rest each second at a name that nobody has.
            var name = guess % 2 == 0 ? "la" : guess % 4 == 1 ? Known[guess / 4 % Known.Length] : $"nobody{guess / 4 % MadeUpNames}";
            var isRight = guess % 7 == 0 && looked.TryGetValue($"demo-{name}", out var looks) && looks.Times >= QuickLooks && clock.Elapsed - looks.Last < Shut;
            using var answer = await visitor.PostAsync("/sign-in?lang=en", PageVisitor.Form("password", token, [("name", name), ("password", isRight ? right[name] : $"guess number {guess}")]), Token);
            turnedBack += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
            rightOnes += isRight ? 1 : 0;
            inside += visitor.Session is null ? 0 : 1;
        }
    }

    // What the log says of a guess that was looked at; of the others it says that they were not.
    [GeneratedRegex("Security SignInFailed: (\\S+) refused")]
    private static partial Regex Looked();
}
