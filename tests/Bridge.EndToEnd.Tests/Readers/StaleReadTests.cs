using System.Globalization;
using Bridge.EndToEnd.Tests.Kill;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>
/// A reader that keeps a read while its line is away, at the real product. ACCESSBRIDGE_READER_OUTAGE_SECONDS is how long the line is away (10 unless given:
/// longer than a session lasts; the long form is 30).
/// </summary>
[Collection(nameof(KillTests))]
public sealed class StaleReadTests(ITestOutputHelper output)
{
    private const string Door = "lobby-main";

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_READER_OUTAGE_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 10);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>An opening comes within a fraction of this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_shown_in_an_outage_opens_nothing_and_is_in_the_journal_as_a_stale_read()
    {
        var both = await Task.WhenAll(RunAsync(Candidate.KilledProduct), RunAsync(Candidate.OldReadsAreNew));
        Assert.Equal((1, 0, 1), both[0]);
        Assert.Equal((0, 1, 2), both[1]);
    }

    /// <returns>Stale reads in the journal, pulses of the lock when the kept read has been told, and pulses when the card has been shown once more.</returns>
    private async Task<(int Stale, int Pulses, int AfterAnother)> RunAsync(Candidate candidate)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var installation = await Installation.CreateWithOsdpAsync(
            broker.Port, new ReaderHabits(KeepsReadsOffline: true), NumberedCards.None, Token);
        await using var bridge = installation.Start(candidate.Assembly, candidate.Arguments(installation.SiteFile), new Dictionary<string, string>());
        var world = installation.World;
        var reader = world.Readers[$"{Door}-reader"];
        Assert.True(await Deadline.UntilAsync(() => reader.IsInSession, Limit, Token), bridge.Output);
        await Task.Delay(Grace, Token);

        world.Lines["readers"].Unplug();
        await Task.Delay(Outage / 2, Token);
        reader.PresentCard(Installation.Cards[0]);
        await Task.Delay(Outage / 2, Token);
        Assert.Single(reader.KeptReads);
        world.Lines["readers"].Replug();

        Assert.True(await Deadline.UntilAsync(() => reader.KeptReads.Count == 0, Limit, Token), bridge.Output);
        await Task.Delay(Grace, Token);
        var pulses = Pulses(installation);
        reader.PresentCard(Installation.Cards[0]);
        await Deadline.UntilAsync(() => Pulses(installation) > pulses, Limit, Token);
        await bridge.StopAsync(Token);
        var stale = Openings.In(world, installation.Journal).Stale;
        output.WriteLine($"{candidate.Name}: away for {Outage.TotalSeconds:0} s; {stale} stale reads, {pulses} pulses; shown again: {Pulses(installation)} pulses");
        return (stale, pulses, Pulses(installation));
    }

    private static int Pulses(Installation installation) => installation.World.Doors[Door].LockActivations.Sum(activation => activation.Commands);
}
