using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Four hands at one open key, through the real queue, engine and journal: one grant, one pulse, every time.</summary>
public sealed class RaceTests(ITestOutputHelper output) : IDisposable
{
    private const int Contenders = 4;
    private const int CasesAtOnce = 50;

    private static readonly Party Desk = new(new ActorId("desk-1"), Role.LobbyAssistant, LobbyTower.Lobby);
    private readonly EngineBench bench = EngineBench.Running();

    private static int Races => int.Parse(Environment.GetEnvironmentVariable("ADMISSION_RACES") ?? "1000", CultureInfo.InvariantCulture);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task FourPressesAtOnceAreOneGrantAndOnePulse()
    {
        bench.Translation.Use(new WiringIndex(LobbyTower.Wiring));
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, LobbyTower.Rules));
        bench.Engine.TakeTurn();
        var clock = Stopwatch.StartNew();
        var (raced, doubled, missed, lost) = (0, 0, 0, 0);
        while (raced < Races)
        {
            var cases = Cleared();
            bench.Line.Forget();
            var granted = await PressAsync(cases);
            doubled += granted.GroupBy(one => one).Count(one => one.Count() > 1);
            missed += cases.Except(granted).Count();
            lost += Math.Abs(cases.Count - bench.Line.Sent.Count(each => each.Command is DeviceCommand.Pulse));
            raced += cases.Count;

            // Everybody has gone, and nobody asks about them any more.
            bench.Time.Advance(TimeSpan.FromMinutes(45));
            bench.Ask(at => new PolicyInput.Tick(at));
            bench.Engine.TakeTurn();
            bench.Time.Advance(TimeSpan.FromMinutes(45));
            bench.Ask(at => new PolicyInput.Tick(at));
            bench.Engine.TakeTurn();
        }

        output.WriteLine($"{raced} races of {Contenders}: {doubled} granted twice, {missed} not granted, {lost} pulses too many or too few; {raced / clock.Elapsed.TotalSeconds:0} races/s");
        Assert.Equal((0, 0, 0), (doubled, missed, lost));
    }

    private List<CaseId> Cleared()
    {
        var before = bench.State.Admission.CaseCount;
        for (var number = 1; number <= CasesAtOnce; number++)
        {
            var id = new CaseId(before + number);
            bench.Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.Open(LobbyTower.Lobby, Tower.Lobby, Category.ListedLeader, null)));
            bench.Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.RecogniseLeader(id, new LeaderFacts(new LeaderId("l-1"), null, null), null)));
        }

        bench.Engine.TakeTurn();
        List<CaseId> cleared = [.. bench.State.Admission.Cases.Values.Where(one => one.Status == CaseStatus.Cleared).Select(one => one.Case)];
        Assert.Equal(CasesAtOnce, cleared.Count);
        return cleared;
    }

    /// <summary>Each contender presses for every case in an order of his own, while the engine turns.</summary>
    private async Task<IReadOnlyCollection<CaseId>> PressAsync(List<CaseId> cases)
    {
        var granted = new ConcurrentBag<CaseId>();
        var answers = 0;
        void Hear(CaseId id, AskedOutcome outcome)
        {
            if (outcome is AskedOutcome.Remembered remembered && remembered.Events.Any(told => told is { Kind: EventKind.AccessGranted, Admission.Case: { } of } && of == id))
            {
                granted.Add(id);
            }

            Interlocked.Increment(ref answers);
        }

        using var start = new Barrier(Contenders);
        var pressing = Enumerable.Range(0, Contenders).Select(contender => Task.Run(async () =>
        {
            start.SignalAndWait();
            foreach (var id in contender % 2 == 0 ? cases : Enumerable.Reverse(cases))
            {
                var press = new CaseAct.PressOpen(id, Tower.Lobby, null, contender);
                await bench.Queue.PostAsync(
                    new EngineItem.Asked(bench.Now, at => new PolicyInput.CaseActed(at, Desk, press)) { Tell = outcome => Hear(id, outcome) }, CancellationToken.None);
            }
        })).ToList();
        while (Volatile.Read(ref answers) < cases.Count * Contenders)
        {
            bench.Engine.TakeTurn();
        }

        await Task.WhenAll(pressing);
        return granted;
    }
}
