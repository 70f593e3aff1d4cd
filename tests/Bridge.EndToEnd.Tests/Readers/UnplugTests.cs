using System.Diagnostics;
using System.Globalization;
using Bridge.EndToEnd.Tests.Kill;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>
/// The readers' serial port is pulled out under load and put back, again and again. ACCESSBRIDGE_UNPLUGS is how often (10 unless given; the long form is
/// 200), ACCESSBRIDGE_SEED what the moments are drawn from.
/// </summary>
[Collection(nameof(KillTests))]
public sealed class UnplugTests(ITestOutputHelper output)
{
    private const int UsualUnplugs = 10;

    /// <summary>What is opened once and kept: code that is loaded, a file, the pool's threads.</summary>
    private const int WarmUp = 3;

    /// <summary>More than are shown between two unplugs.</summary>
    private const int CardsForAnUnplug = 60;

    /// <summary>One descriptor left behind each time is ten in the short form.</summary>
    private const int SpareDescriptors = 4;

    /// <summary>The thread pool's comings and goings. One line's thread left behind each time is ten in the short form.</summary>
    private const int SpareThreads = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    /// <summary>The pool lets an idle thread go after 20 s.</summary>
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(30);

    private static readonly int Unplugs = Setting("ACCESSBRIDGE_UNPLUGS", UsualUnplugs);
    private static readonly int Seed = Setting("ACCESSBRIDGE_SEED", 6006);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_is_pulled_out_and_put_back_is_used_again_and_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals and /proc are there on Linux only");
        output.WriteLine($"seed {Seed}; {CardHolders.ReadsPerSecond} cards a second at each of two readers");
        var both = await Task.WhenAll(RunAsync(Candidate.KilledProduct, Unplugs), RunAsync(Candidate.LeaksDescriptors, UsualUnplugs));
        var (product, leaking) = (both[0], both[1]);
        Assert.True(product.Lost.Count == 0, string.Join('\n', product.Lost.Take(5)));
        Assert.True(product.Twice.Count == 0, string.Join('\n', product.Twice.Take(5)));
        Assert.InRange(product.After.Descriptors - product.Before.Descriptors, int.MinValue, SpareDescriptors);
        Assert.InRange(product.After.Threads - product.Before.Threads, int.MinValue, SpareThreads);
        Assert.True(leaking.After.Descriptors - leaking.Before.Descriptors > SpareDescriptors, "the control leaves one descriptor each time, and it is not seen");
    }

    private async Task<Outcome> RunAsync(Candidate candidate, int unplugs)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        var cards = new NumberedCards(CardsForAnUnplug * (unplugs + WarmUp));
        await using var installation = await Installation.CreateWithOsdpAsync(broker.Port, new ReaderHabits(KeepsReadsOffline: true), cards, Token);
        await using var bridge = installation.Start(candidate.Assembly, candidate.Arguments(installation.SiteFile), new Dictionary<string, string>());
        Assert.True(await bridge.IsReadyAsync(StartLimit, Token), bridge.Output);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var coming = new CardHolders(installation.World, cards).RunAsync(leave.Token);
        var random = new Random(Seed);
        await UnplugAsync(installation.World, bridge, WarmUp, random);
        var before = Holdings.Of(bridge.Id);
        var took = await UnplugAsync(installation.World, bridge, unplugs, random);
        await leave.CancelAsync();
        await coming;
        await Deadline.UntilAsync(() => candidate.Fault is not null || IsAsBefore(before, Holdings.Of(bridge.Id)), SettleLimit, Token);
        var after = Holdings.Of(bridge.Id);
        await bridge.StopAsync(Token);
        var ledger = new Ledger(installation.World, observer, cards.Credentials);
        ledger.Compare(installation.Journal);
        var openings = Openings.In(installation.World, installation.Journal);
        took.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{candidate.Name}: {unplugs} unplugs; every reader read again after p50 {took[took.Count / 2]:0.00} s, max {took[^1]:0.00} s; "
            + $"before {before}; after {after}; {ledger.Acknowledged} reads acknowledged, {ledger.Lost.Count} lost, "
            + $"{openings.Pulses} pulses, {openings.Stale} stale reads, {openings.Twice.Count} opened twice"));
        return new Outcome(before, after, ledger.Lost, openings.Twice);
    }

    /// <returns>Seconds from the return of the port until a card shown since then was acknowledged at every reader.</returns>
    private static async Task<List<double>> UnplugAsync(World world, BridgeProcess bridge, int times, Random random)
    {
        var line = world.Lines["readers"];
        var took = new List<double>();
        for (var time = 0; time < times; time++)
        {
            Assert.True(await Deadline.UntilAsync(() => world.Readers.Values.All(reader => reader.IsInSession), StartLimit, Token), bridge.Output);
            await Task.Delay(random.Next(500), Token);
            line.Unplug();
            await Task.Delay(random.Next(20, 1500), Token);
            var at = world.Surroundings.Now;
            line.Replug();
            var clock = Stopwatch.StartNew();
            Assert.True(
                await Deadline.UntilAsync(() => world.Readers.Values.All(reader => HasReadSince(reader, at)), Limit, Token),
                $"unplugged {time + 1} times, and not read again within {Limit.TotalSeconds:0} s: {bridge.Output}");
            took.Add(clock.Elapsed.TotalSeconds);
        }

        return took;
    }

    private static bool HasReadSince(OsdpReader reader, DateTimeOffset at) =>
        reader.ForgottenReads is [.., var last] && last.Reason == ForgottenReason.Acknowledged && last.Read.PresentedAt >= at;

    private static bool IsAsBefore(Holdings before, Holdings now) =>
        now.Descriptors - before.Descriptors <= SpareDescriptors && now.Threads - before.Threads <= SpareThreads;

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private sealed record Outcome(Holdings Before, Holdings After, IReadOnlyCollection<string> Lost, IReadOnlyCollection<string> Twice);
}
