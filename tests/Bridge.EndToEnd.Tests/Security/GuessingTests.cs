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

    // Every name has been tried five times then, and waits for a minute: as long as that the right password is no better than a wrong one.
    private const int WrongAtFirst = 200;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(40);

    private static readonly int Guesses = int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_GUESSES"), CultureInfo.InvariantCulture, out var count) ? count : 3000;
    private static readonly string[] Known = ["la", "tl", "gate", "pat", "ccr", "off", "fd", "audit"];

    private readonly Dictionary<string, string> right = [];
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

        var looked = new ConcurrentDictionary<string, int>();
        scene.Hears = line =>
        {
            if (Looked().Match(line) is { Success: true } match)
            {
                looked.AddOrUpdate(match.Groups[1].Value, 1, (_, before) => before + 1);
            }
        };
        clock.Start();
        for (var guess = 0; guess < Guesses; guess += OfOneAddress)
        {
            await GuessAsync(guess, Math.Min(guess + OfOneAddress, Guesses));
        }

        output.WriteLine($"{Guesses} guesses in {clock.Elapsed.TotalMinutes:0.0} min, {rightOnes} of them right, from {(Guesses + OfOneAddress - 1) / OfOneAddress} addresses: {inside} got in. Looked at: {string.Join(", ", looked.Select(one => $"{one.Key} {one.Value}"))}");
        Assert.Equal((0, 0), (inside, turnedBack));
        Assert.True(rightOnes > 0 && looked["demo-la"] >= 5, "nothing was guessed");
        Assert.All(looked, one => Assert.InRange(one.Value, 1, 100));
    }

    private async Task GuessAsync(int from, int until)
    {
        using var visitor = scene.Visitor();
        var token = await visitor.TokenAsync("/sign-in", Token);
        for (var guess = from; guess < until; guess++)
        {
            // Half of them at one account alone; of the rest each second at a name that nobody has.
            var name = guess % 2 == 0 ? "la" : guess % 4 == 1 ? Known[guess / 4 % Known.Length] : $"nobody{guess / 4 % MadeUpNames}";
            var isRight = guess >= WrongAtFirst && guess % 10 == 0 && clock.Elapsed < FirstWait;
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
