using System.Diagnostics;
using System.Globalization;
using Bridge.EndToEnd.Tests.Kill;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>
/// kill -9 while cards are read at OSDP readers in a secure channel. A reader was told to forget a read when the sequence number went past its reply: then it
/// must be in the journal. ACCESSBRIDGE_KILLS is how many kills (20 unless given; the long form is 200), ACCESSBRIDGE_SEED what the instants are drawn from.
/// </summary>
[Collection(nameof(KillTests))]
public sealed class ReaderKillTests(ITestOutputHelper output)
{
    private const int UsualKills = 20;

    /// <summary>More than are shown between two kills.</summary>
    private const int CardsForAKill = 80;

    /// <summary>For the control that is not stopped at its first fault: it opens something twice at four kills of five.</summary>
    private const int KillsWithOldReads = 8;

    private static readonly int Kills = Setting("ACCESSBRIDGE_KILLS", UsualKills);
    private static readonly int Seed = Setting("ACCESSBRIDGE_SEED", 1508);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_a_reader_was_told_to_forget_is_in_the_journal_and_none_opens_twice()
    {
        using var power = await PowerCut.BuildAsync(Token);
        var clock = Stopwatch.StartNew();
        output.WriteLine($"seeds {Seed} and {Seed + 1}; {CardHolders.ReadsPerSecond} cards a second at each of two readers in each building");
        output.WriteLine($"{Figures.Heading}{"cards granted",15}{"pulses",8}{"told again",12}{"stale",7}{"opened twice",14}");
        var (product, opened) = await RunAsync(Candidate.KilledProduct, [ReaderBuilding.SlowDisk, ReaderBuilding.SlowLine], power, Kills / 2, untilFirstFault: false);
        // In the short form a control may end with the first fault that it shows; in the long form it is counted.
        var controls = await Task.WhenAll(
            RunAsync(Candidate.AcknowledgedFirst, [ReaderBuilding.VerySlowDisk], power, UsualKills, untilFirstFault: Kills <= UsualKills),
            RunAsync(Candidate.OldReadsAreNew, [ReaderBuilding.SlowLine], power, KillsWithOldReads, untilFirstFault: false));
        var (hasty, again) = (controls[0].Figures, controls[1].Openings);
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");

        Assert.True(product.IsClean, product.Details);
        Assert.True(opened.Twice.Count == 0, string.Join('\n', opened.Twice));
        Assert.True(product.Acknowledged > product.Trials && opened is { Pulses: > 0, Again: > 0, Stale: > 0 }, "there was no load, or no read was told again");
        Assert.True(hasty.Lost.Count > 0, "the control that acknowledges first lost nothing: the harness sees no kill");
        Assert.True(again.Twice.Count > 0, "the control that takes old reads for new ones opened nothing twice: no read was told again");
    }

    private async Task<(Figures Figures, Openings Openings)> RunAsync(
        Candidate candidate, IReadOnlyList<ReaderBuilding> buildings, PowerCut power, int kills, bool untilFirstFault)
    {
        var both = await Task.WhenAll(buildings.Select((building, number) =>
            InBuildingAsync(candidate, building, power, Seed + number, kills, untilFirstFault)));
        var figures = Figures.Together([.. both.Select(one => one.Figures)]);
        var openings = new Openings(
            both.Sum(one => one.Openings.Grants), both.Sum(one => one.Openings.Pulses), both.Sum(one => one.Openings.Again), both.Sum(one => one.Openings.Stale),
            [.. both.SelectMany(one => one.Openings.Twice)]);
        output.WriteLine($"{figures.Line}{openings.Grants,15}{openings.Pulses,8}{openings.Again,12}{openings.Stale,7}{openings.Twice.Count,14}");
        return (figures, openings);
    }

    private static async Task<(Figures Figures, Openings Openings)> InBuildingAsync(
        Candidate candidate, ReaderBuilding building, PowerCut power, int seed, int kills, bool untilFirstFault)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        var cards = new NumberedCards(CardsForAKill * (kills + 1));
        await using var installation = await Installation.CreateWithOsdpAsync(broker.Port, building.Habits, cards, Token);
        var ledger = new Ledger(installation.World, observer, cards.Credentials);
        var scene = new KillScene(installation, ledger, new CardHolders(installation.World, cards), building.Sync, building.AimsAtLocks);
        var figures = await new KillCampaign(candidate, scene, power, seed).RunAsync(kills, untilFirstFault, Token);
        return (figures, Openings.In(installation.World, installation.Journal));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
