using System.Diagnostics;
using System.Globalization;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>
/// kill -9 and power cuts at random instants under load. ACCESSBRIDGE_KILLS is how many (20 unless given; the long form is 200), ACCESSBRIDGE_SEED what the
/// instants, the crowds and the torn sectors are drawn from.
/// </summary>
[Collection(nameof(KillTests))]
[CollectionDefinition(nameof(KillTests), DisableParallelization = true)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int UsualKills = 20;

    /// <summary>Side by side, each with its own product: one starts while the other is under load.</summary>
    private const int Buildings = 2;

    /// <summary>How long a sync takes: it widens the time between a commit and its sync, where faults are.</summary>
    private static readonly TimeSpan SlowDisk = TimeSpan.FromMilliseconds(10);

    /// <summary>For the control: what is acknowledged too early lies open so long that a kill meets it.</summary>
    private static readonly TimeSpan VerySlowDisk = TimeSpan.FromMilliseconds(100);

    private static readonly int Kills = Setting("ACCESSBRIDGE_KILLS", UsualKills);
    private static readonly int Seed = Setting("ACCESSBRIDGE_SEED", 4711);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_and_a_harness_that_says_so_sees_faults()
    {
        using var power = await PowerCut.BuildAsync(Token);
        var clock = Stopwatch.StartNew();
        output.WriteLine(
            $"seeds {Seed} to {Seed + Buildings - 1}, one for each building; {Crowd.ReadsPerSecond} cards a second in each; 0 of {Kills} bounds the rate at {3.0 / Kills:P1} (95 %)");
        output.WriteLine(Figures.Heading);
        var product = await RunAsync(Candidate.Product, SlowDisk, power, Kills, untilFirstFault: false);
        // In the short form a control may end with the first fault that it shows; in the long form it is counted.
        var unsynced = await RunAsync(Candidate.SynchronousOff, SlowDisk, power, UsualKills, untilFirstFault: Kills <= UsualKills);
        var hasty = await RunAsync(Candidate.AcknowledgedFirst, VerySlowDisk, power, UsualKills, untilFirstFault: Kills <= UsualKills);
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");

        Assert.True(product.IsClean, product.Details);
        Assert.True(product.Acknowledged > product.Trials && product.LocksOnAtAKill > 0, "there was no load");
        Assert.True(unsynced.Lost.Count > 0, "the control without syncs lost nothing: the harness sees no power cut");
        Assert.True(hasty.Lost.Count > 0, "the control that acknowledges first lost nothing: the harness sees no kill");
    }

    private async Task<Figures> RunAsync(Candidate candidate, TimeSpan sync, PowerCut power, int kills, bool untilFirstFault)
    {
        var figures = Figures.Together(await Task.WhenAll(Enumerable.Range(0, Buildings)
            .Select(building => InBuildingAsync(candidate, sync, power, Seed + building, kills / Buildings, untilFirstFault))));
        output.WriteLine(figures.Line);
        return figures;
    }

    private static async Task<Figures> InBuildingAsync(Candidate candidate, TimeSpan sync, PowerCut power, int seed, int kills, bool untilFirstFault)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateAsync(broker.Port, Token);
        var ledger = new Ledger(installation.World, observer, NumberedCards.None.Credentials);
        var scene = new KillScene(installation, ledger, new Crowd(installation.World, seed), sync);
        return await new KillCampaign(candidate, scene, power, seed).RunAsync(kills, untilFirstFault, Token);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
