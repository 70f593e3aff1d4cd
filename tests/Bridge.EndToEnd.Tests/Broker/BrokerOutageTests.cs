using System.Diagnostics;
using System.Globalization;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Broker;

/// <summary>
/// The broker is killed while people pass, is away, and comes back. ACCESSBRIDGE_OUTAGE_SECONDS is how long it is away (5 unless given; the long form
/// is 60).
/// </summary>
public sealed class BrokerOutageTests(ITestOutputHelper output)
{
    private const int Seed = 20260;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(4);

    /// <summary>The longest pause between two attempts to connect, and the connection itself.</summary>
    private static readonly TimeSpan ReconnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_OUTAGE_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_missing_after_an_outage_and_every_doors_order_is_kept()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        Assert.True(await bridge.IsReadyAsync(TimeSpan.FromSeconds(20), Token), bridge.Output);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var crowd = new Crowd(installation.World, Seed);
        var coming = crowd.RunAsync(leave.Token);

        await Task.Delay(Before, Token);
        await broker.KillAsync(Token);
        var heardBefore = observer.Count;
        Assert.True(heardBefore > 0, "nothing was told before the outage, so it was not in the middle of anything");
        await Task.Delay(Outage, Token);
        Assert.Equal(heardBefore, observer.Count);
        var known = observer.FirstHeard().Count;
        var backlog = JournalRows.Read(installation.Journal).Waiting;
        await broker.StartAgainAsync(Token);
        var back = Stopwatch.StartNew();
        Assert.True(await Deadline.UntilAsync(() => observer.FirstHeard().Count > known, ReconnectLimit, Token), "the bridge did not come back");
        var reconnected = back.Elapsed;
        await Task.Delay(After, Token);
        await leave.CancelAsync();
        await coming;

        Assert.True(await Deadline.UntilAsync(() => Missing(installation, observer).Count == 0, DrainLimit, Token), $"missing: {string.Join(' ', Missing(installation, observer))}");
        var told = observer.Heard.Select(message => message.Event).OfType<ToldEvent>().ToList();
        var first = observer.FirstHeard();
        var journal = JournalRows.Read(installation.Journal);
        var inverted = Inverted(first);
        output.WriteLine(
            $"seed {Seed}: {crowd.Presented} cards, {journal.Rows.Values.Count(row => row.IsEvent)} events in the journal, {first.Count} told, "
            + $"0 missing, {told.Count - first.Count} told twice, {inverted} out of order within a door; broker killed for {Outage.TotalSeconds} s, "
            + $"{backlog} waited when it came back, the first of them was told {reconnected.TotalSeconds:0.0} s later");
        Assert.Equal(0, inverted);
        Assert.True(backlog > Crowd.ReadsPerSecond * Outage.TotalSeconds, $"only {backlog} messages waited: the outage was not under load");
        AssertAvailabilityFirst(observer.Heard, heardBefore);
    }

    [Fact]
    public async Task A_broker_that_has_forgotten_everything_is_told_who_is_there()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var installation = await Installation.CreateAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        var doors = installation.World.Doors.Keys.Select(Availability.Of).Append(Availability.Bridge).Order().ToList();
        Assert.Equal(doors, await OnlineAsync(broker, doors, TimeSpan.FromSeconds(20)));

        await broker.KillAsync(Token);
        broker.Forget();
        await broker.StartAgainAsync(Token);
        var back = Stopwatch.StartNew();
        Assert.Equal(doors, await OnlineAsync(broker, doors, ReconnectLimit));
        output.WriteLine($"{doors.Count} of {doors.Count} retained topics were online at most {back.Elapsed.TotalSeconds:0.0} s after an empty broker came up");

        await bridge.KillAsync(Token);
        var gone = await MosquittoSub.RetainedAsync(broker.Port, [Availability.Bridge], Token);
        Assert.Contains("\"state\":\"offline\"", gone[Availability.Bridge], StringComparison.Ordinal);
    }

    /// <summary>
    /// Whoever is there after the outage says so before it tells what happened meanwhile. (What the broker has kept of before it tells again to whoever
    /// subscribes; the other test is for one that has kept nothing.)
    /// </summary>
    private static void AssertAvailabilityFirst(IReadOnlyList<ToldMessage> heard, int before)
    {
        var known = heard.Take(before).Select(message => message.Event?.Id).ToHashSet();
        var untilNews = heard.Skip(before).TakeWhile(message => message.Event is not { } told || known.Contains(told.Id)).ToList();
        Assert.Contains(untilNews, message => message.Topic == Availability.Bridge && Availability.IsOnline(message.Payload));
        Assert.True(untilNews.Count < heard.Count - before, "nothing new was told after the outage");
    }

    private static async Task<IReadOnlyList<string>> OnlineAsync(Mosquitto broker, IReadOnlyList<string> expected, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var retained = await MosquittoSub.RetainedAsync(broker.Port, [Availability.Bridge, Availability.Doors], Token);
            var online = retained.Where(message => Availability.IsOnline(message.Value)).Select(message => message.Key).Order().ToList();
            if (online.SequenceEqual(expected) || clock.Elapsed > limit)
            {
                return online;
            }
        }
    }

    private static IReadOnlyList<string> Missing(Installation installation, MosquittoSub observer)
    {
        var told = observer.FirstHeard().Select(one => (one.Epoch, one.Sequence)).ToHashSet();
        return [.. JournalRows.Read(installation.Journal).Rows.Where(row => row.Value.IsEvent && !told.Contains(row.Key)).Select(row => $"{row.Key} {row.Value.Kind}")];
    }

    private static int Inverted(IReadOnlyList<ToldEvent> first) => first
        .GroupBy(told => told.Door)
        .Sum(door => door.Zip(door.Skip(1)).Count(pair => pair.First.Sequence >= pair.Second.Sequence));
}
