using System.Globalization;
using Bridge.Console.Wording;
using Bridge.Host.Explaining;
using Bridge.Journal;
using Bridge.Simulation.Lives;

namespace Bridge.Simulation.Explanations;

/// <summary>
/// Events drawn from random lives of a building and of a desk are explained, and the verdict is what another reading of the raw events finds. The long
/// form: EXPLAIN_EVENTS=1000.
/// </summary>
public sealed class ExplanationTests(ITestOutputHelper output)
{
    private const int OfOneBuilding = 100;
    private const int OfOneDesk = 5;

    private static readonly int Events = int.TryParse(Environment.GetEnvironmentVariable("EXPLAIN_EVENTS"), CultureInfo.InvariantCulture, out var set) ? set : 200;

    private readonly SortedDictionary<string, int> seen = new(StringComparer.Ordinal);

    [Fact]
    public async Task EveryEventOfABuildingIsExplained()
    {
        for (var seed = 1; seed <= Math.Max(2, Events / 2 / OfOneBuilding); seed++)
        {
            var life = await Seed.LiveAsync(new LifeOptions(seed), TestContext.Current.CancellationToken);
            Check(life.Journal, seed, OfOneBuilding);
        }

        Tell();
        Assert.Contains(seen.Keys, key => key.StartsWith("Opened Credential", StringComparison.Ordinal));
        Assert.Contains(seen.Keys, key => key.StartsWith("NotOpened Denied", StringComparison.Ordinal));
        Assert.Contains(seen.Keys, key => key.EndsWith(" Fire", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryEventOfADeskIsExplained()
    {
        for (var seed = 1; seed <= Math.Max(40, Events / 2 / OfOneDesk); seed++)
        {
            Check(DeskJournal.Live((ulong)seed), seed, OfOneDesk);
        }

        Tell();
        Assert.Contains("Opened Evidence", seen.Keys);
        Assert.Contains("NotOpened Refused", seen.Keys);
    }

    private void Check(IReadOnlyList<StoredEntry> journal, int seed, int most)
    {
        var raw = RawEvent.Of(journal);
        var elapsed = journal.ToDictionary(stored => stored.Position.Sequence, stored => stored.Entry.Elapsed);
        var reread = new Reread(raw, journal);
        var random = new Random(seed);
        for (var count = 0; count < most; count++)
        {
            var one = raw[random.Next(raw.Count)];
            var source = new EntrySource(new HeldJournal(journal).Page);
            var story = new StoryFinder(source).Entry(one.Sequence);
            Assert.NotNull(story);
            var (outcome, cause, access, reason) = reread.Of(one, elapsed);
            var found = story.Verdict;
            var about = $"seed {seed}, entry {one.Sequence} {one.Kind}: {string.Join('\n', new StoryText(story, DisplayLanguage.English).Lines())}";
            Assert.True((outcome, cause) == (found.Outcome, found.Cause), $"expected {outcome} {cause}; {about}");
            Assert.True(access is null || access == found.Because!.Access?.Number, $"expected access {access}; {about}");
            Assert.True(reason is null || reason == (found.Because!.Reason?.ToString() ?? found.Because.Admission?.Refusal?.ToString()), $"expected {reason}; {about}");
            Assert.Contains(story.Steps, step => step.Sequence == one.Sequence);
            Said(story, about);
            seen[$"{outcome} {cause}"] = seen.GetValueOrDefault($"{outcome} {cause}") + 1;
        }
    }

    // A dash stands where a place of a sentence had no value.
    private static void Said(Story story, string about)
    {
        foreach (var language in Enum.GetValues<DisplayLanguage>())
        {
            var lines = new StoryText(story, language).Lines().ToList();
            Assert.True(lines.Count > 1 && lines.TrueForAll(line => !string.IsNullOrWhiteSpace(line)), $"{language} says nothing; {about}");
            Assert.True(lines.TrueForAll(line => !line.Contains('–', StringComparison.Ordinal)), $"{language} leaves a place empty: {string.Join('\n', lines)}");
        }
    }

    private void Tell()
    {
        foreach (var (verdict, count) in seen)
        {
            output.WriteLine($"{verdict}: {count}");
        }
    }
}
