using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Simulation.Lives;
using Bridge.Simulation.Oracles;
using Bridge.Simulation.Replays;
using Bridge.Simulation.Wires;

namespace Bridge.Simulation;

/// <summary>What must be found is found: a journal that is not the one that was written, and a bridge or a device that does what it must not.</summary>
public sealed class ControlTests(ITestOutputHelper output)
{
    private const int Trials = 60;

    /// <summary>Each fault, and the words that the report of it must hold.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { nameof(Sabotage.ReleasesOnReturn), "without a grant, a held mode or fire", "the return of a link moves a lock" },
        { nameof(Sabotage.PulsesTwice), "without a grant, a held mode or fire", "one grant gives two pulses" },
        { nameof(Sabotage.PulsesTooLong), "without a grant, a held mode or fire", "a pulse is not as long as the site says" },
        { nameof(Sabotage.ContactLies), "is Open and is reported Closed", "an open door is reported closed" },
        { nameof(Sabotage.ContactInvented), "has no contact and is reported", "an unmonitored door is reported closed" },
        { nameof(Sabotage.RegisterForgives), "was Granted and had to be Denied", "a credential that is not valid opens" },
        { nameof(Sabotage.FireUnheard), "is on fire and nothing is latched", "a fire input is not heard" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task ABuiltInFaultIsFound(string fault, string words, string why)
    {
        var found = new List<string>();
        var lives = 0;
        for (; lives < 5 && found.Count == 0; lives++)
        {
            var report = await Seed.LiveAsync(new LifeOptions(lives + 1, Acts: 60, Enum.Parse<Sabotage>(fault)), TestContext.Current.CancellationToken);
            found.AddRange(report.Violations.Where(violation => violation.Contains(words, StringComparison.Ordinal)));
        }

        Assert.True(found.Count > 0, $"{lives} lives did not show that {why}");
        output.WriteLine($"{why}: found in life {lives}, {found.Count} times: {found[0]}");
    }

    // The policy forgets: much of what is missing is overtaken hours later. The comparison that follows the input has to see it, as the lives
    // compare in their middle; the end of the life sees the rest of it.
    [Fact]
    public async Task ADroppedInputIsFound()
    {
        var life = await Seed.LiveAsync(new LifeOptions(1), TestContext.Current.CancellationToken);
        var random = new Random(1);
        var (found, atTheEnd) = (0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var dropped = AnyInput(life, random);
            Assert.True(Differs(life, dropped, null), $"nobody noticed that entry {dropped.Position.Sequence}, {dropped.Entry.Kind}, is missing");
            found++;
            atTheEnd += Mismatches(life.Journal.Where(entry => entry.Position != dropped.Position), life.Live) ? 1 : 0;
        }

        output.WriteLine($"{found} of {Trials} dropped inputs found by the next comparison, {atTheEnd} by the one at the end of the life");
        Assert.True(atTheEnd > Trials / 2, "the end of a life shows next to nothing");
    }

    [Fact]
    public async Task AnAlteredInputIsFound()
    {
        var life = await Seed.LiveAsync(new LifeOptions(2), TestContext.Current.CancellationToken);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var original in life.Journal.Where(entry => entry.Entry.Origin == EntryOrigin.Input))
        {
            if (Altered(JournalCodec.DecodeInput(original.Entry.Body), WasGranted(life, original)) is not { } input || found.GetValueOrDefault(original.Entry.Kind) >= 10)
            {
                continue;
            }

            var altered = original with { Entry = original.Entry with { Body = JournalCodec.Encode(input) } };
            Assert.True(Differs(life, original, altered), $"nobody noticed that entry {original.Position.Sequence} is another now: {original.Entry.Body}");
            found[original.Entry.Kind] = found.GetValueOrDefault(original.Entry.Kind) + 1;
        }

        output.WriteLine($"altered and found: {string.Join(", ", found.Select(pair => $"{pair.Value} {pair.Key}"))}");
        Assert.True(found.Count >= 6, "too few kinds of input to prove anything");
    }

    [Fact]
    public async Task AGapAndAMissingReasonAreFound()
    {
        var life = await Seed.LiveAsync(new LifeOptions(1, Acts: 40), TestContext.Current.CancellationToken);
        var denied = life.Journal.First(entry => entry.Entry.Kind == nameof(EventKind.AccessDenied));
        var mute = JournalCodec.DecodeEvent(denied.Entry.Body) with { Reason = null };
        Violations gap = new(), reason = new(), intact = new();
        new ReplayComparison(gap).Replayed([.. life.Journal.Where(entry => entry != denied)], life.Live);
        new DecisionCheck(reason).OnlyReadsOpen([denied with { Entry = denied.Entry with { Body = JournalCodec.Encode(mute) } }]);
        new ReplayComparison(intact).Replayed(life.Journal, life.Live);
        new DecisionCheck(intact).OnlyReadsOpen(life.Journal);
        Assert.Contains(gap.Found, found => found.Contains("has the sequence", StringComparison.Ordinal));
        Assert.Contains(reason.Found, found => found.Contains("has the reason none", StringComparison.Ordinal));
        Assert.Empty(intact.Found);
    }

    private static StoredEntry AnyInput(LifeReport life, Random random)
    {
        StoredEntry[] inputs = [.. life.Journal.Where(entry => entry.Entry.Origin == EntryOrigin.Input)];
        return inputs[random.Next(inputs.Length)];
    }

    private static bool WasGranted(LifeReport life, StoredEntry input) => life.Journal.SkipWhile(entry => entry != input).Skip(1)
        .TakeWhile(entry => entry.Entry.Origin == EntryOrigin.Event).Any(entry => entry.Entry.Kind == nameof(EventKind.AccessGranted));

    /// <summary>Whether a journal up to this input with its events, and with another input (null: none) in its place, is told from the one that was written.</summary>
    private static bool Differs(LifeReport life, StoredEntry original, StoredEntry? other)
    {
        var until = life.Journal.First(entry => entry.Position.Sequence > original.Position.Sequence && entry.Entry.Origin == EntryOrigin.Input
            || entry == life.Journal[^1]).Position.Sequence;
        StoredEntry[] written = [.. life.Journal.TakeWhile(entry => entry.Position.Sequence < until)];
        var (live, intact) = JournalReplay.Run(written);
        Assert.True(intact is null, intact);
        return Mismatches(written.Select(entry => entry == original ? other : entry).OfType<StoredEntry>(), live);
    }

    private static bool Mismatches(IEnumerable<StoredEntry> journal, BuildingState live)
    {
        var violations = new Violations();
        var comparison = new ReplayComparison(violations);
        var (state, difference) = JournalReplay.Run(journal);
        comparison.Compare("replayed", state, live);
        return comparison.Mismatches > 0 || difference is not null;
    }

    /// <summary>The same input with another content; null for kinds that have little in them.</summary>
    private static PolicyInput? Altered(PolicyInput input, bool granted) => input switch
    {
        PolicyInput.ContactSensed { Contact: DoorPhysicalState.Open } contact => contact with { Contact = DoorPhysicalState.Closed },
        PolicyInput.ContactSensed { Contact: DoorPhysicalState.Closed } contact => contact with { Contact = DoorPhysicalState.Open },
        PolicyInput.CredentialPresented read when granted => read with { Read = read.Read with { Matches = [] } },
        PolicyInput.ReleaseEnded { Outcome: ReleaseOutcome.Confirmed, Access: not null } ended => ended with { Outcome = ReleaseOutcome.Refused },
        PolicyInput.TamperSensed tamper => tamper with { Active = !tamper.Active },
        PolicyInput.LinkSensed link => link with { Online = !link.Online },
        PolicyInput.FireSensed { Reading: FireReading.Alarm } fire => fire with { Reading = FireReading.Fault },
        PolicyInput.ConfigurationApplied applied => applied with { Rules = BuildingRules.Empty },
        PolicyInput.ModeRequested mode => mode with { Request = mode.Request == DoorModeRequest.LockDown ? DoorModeRequest.Block : DoorModeRequest.LockDown },
        _ => null,
    };
}
