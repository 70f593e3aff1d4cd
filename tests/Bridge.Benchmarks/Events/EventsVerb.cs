using System.CommandLine;
using System.Diagnostics;
using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Rigs;
using Bridge.Benchmarks.Sites;

namespace Bridge.Benchmarks.Events;

/// <summary>Durable events from the engine through the journal to the broker's acknowledgement, as fast as they go.</summary>
internal static class EventsVerb
{
    private const int Doors = 32;
    private const int Cards = 1000;

    /// <summary>Events that may wait between journal and broker: the flow is then as fast as its slowest part, and nothing piles up.</summary>
    private const int MostOnTheWay = 4096;

    private const int MostInQueue = 256;

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Count = new("--events") { Description = "How many events.", DefaultValueFactory = _ => 300_000 };

    public static Command Create()
    {
        var command = new Command("events", "Durable events from the journal to the acknowledgement of mosquitto.") { Quick, Count };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) => arguments.GetValue(Quick)
        ? RunAsync(total: 5_000, warmUp: 200, quick: true, cancellationToken)
        : RunAsync(arguments.GetValue(Count), warmUp: 7_000, quick: false, cancellationToken);

    private static async Task<int> RunAsync(int total, int warmUp, bool quick, CancellationToken cancellationToken)
    {
        Machine.Describe();
        using var files = BenchmarkSite.Unopened(Doors);
        files.Write(cards: 0, "50 ms");
        await using var rig = EngineRig.Open(files, _ => People.Register(Cards));
        rig.Start();
        await using var broker = new Mosquitto();
        await broker.StartAsync(cancellationToken);
        await using var delivery = new Delivery(rig, broker.Port);
        delivery.Start();
        await broker.SubscribeAsync(cancellationToken);
        var people = new People(rig, Cards);
        var eventsOfACard = await WarmUpAsync(people, delivery, rig, warmUp, cancellationToken);

        var memory = new MemoryTrack();
        var first = delivery.Acknowledged;
        var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await FlowAsync(people, delivery, rig, (total, eventsOfACard), memory, cancellationToken);
        var (elapsed, events) = (clock.Elapsed, delivery.Acknowledged - first);
        var processor = Environment.CpuUsage.TotalTime - used;
        await delivery.EmptiedAsync(DrainLimit, cancellationToken);
        var heard = await CompleteAsync(rig, broker, cancellationToken);
        var journalled = Accounts.Journalled(rig);
        var report = new Report();
        report.Add(Target.AtLeast("journal to PUBACK", events / elapsed.TotalSeconds, 10_000, "events/s"));
        report.Add(Target.AtMost($"lost of {journalled.Count:#,0} journalled", journalled.Except(heard).Count(), 0, "events"));
        report.Add(Target.AtMost("out of order", Accounts.Disorder(heard), 0, "events"));
        report.Add(Target.AtMost("resident memory, last third to the third before", memory.ResidentGrowth, 1.1, "x"));
        var (forgotten, found) = await ControlAsync(rig, delivery, broker, people, cancellationToken);
        report.Add(Target.AtLeast("positive control: found of what was withheld", forgotten == 0 ? 0 : (double)found / forgotten, 1, "of 1"));

        var table = new Table("engine, journal, outbox, mosquitto", "events", "events/s", "CPU us an event", "decisions held in memory");
        table.Add("sustained", events, events / elapsed.TotalSeconds, processor.TotalMicroseconds / events, rig.Keeper.Held);
        table.Write($"{Doors} doors, window 20, at most {MostOnTheWay} events on the way, journal with synchronous=FULL, QoS 1, an independent subscriber");
        memory.Write();
        System.Console.WriteLine($"positive control: {forgotten} events taken out of the outbox unsent, {found} found lost");
        return report.Close(quick);
    }

    /// <summary>So many cards, and the end of everything that they caused. Gives how many events one card makes.</summary>
    private static async Task<double> WarmUpAsync(People people, Delivery delivery, EngineRig rig, int cards, CancellationToken cancellationToken)
    {
        await delivery.EmptiedAsync(DrainLimit, cancellationToken);
        var first = delivery.Acknowledged;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var card = 0; card < cards;)
        {
            while (card < cards && rig.Queue.Waiting < MostInQueue && people.TryOffer(card, card))
            {
                card++;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        await delivery.EmptiedAsync(DrainLimit, cancellationToken);
        return (delivery.Acknowledged - first) / (double)cards;
    }

    private static async Task FlowAsync(
        People people, Delivery delivery, EngineRig rig, (long Events, double EventsOfACard) total, MemoryTrack memory, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var first = delivery.Acknowledged;
        var card = 0;
        while (delivery.Acknowledged - first < total.Events)
        {
            while (rig.Queue.Waiting < MostInQueue && (card * total.EventsOfACard) - (delivery.Acknowledged - first) < MostOnTheWay && people.TryOffer(card, card))
            {
                card++;
            }

            memory.Look(delivery.Acknowledged - first, total.Events);
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>The subscriber may be a little behind the broker.</summary>
    private static async Task<List<long>> CompleteAsync(EngineRig rig, Mosquitto broker, CancellationToken cancellationToken)
    {
        var expected = Accounts.Journalled(rig);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var clock = Stopwatch.StartNew();
        var heard = Accounts.Heard(broker.Heard);
        while (clock.Elapsed < DrainLimit / 3 && expected.Except(heard).Any())
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            heard = Accounts.Heard(broker.Heard);
        }

        return heard;
    }

    private static async Task<(int Forgotten, int Lost)> ControlAsync(
        EngineRig rig, Delivery delivery, Mosquitto broker, People people, CancellationToken cancellationToken)
    {
        await delivery.StopAsync();
        for (var door = 0; door < Doors; door++)
        {
            await people.PresentAsync(door, door, cancellationToken);
        }

        var forgotten = delivery.Lose();
        delivery.Start();
        await delivery.EmptiedAsync(DrainLimit, cancellationToken);
        var heard = await CompleteAsync(rig, broker, cancellationToken);
        await delivery.StopAsync();
        return (forgotten, Accounts.Journalled(rig).Except(heard).Count());
    }
}
