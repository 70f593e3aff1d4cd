using System.Collections.Concurrent;
using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Four hands at one open key, again and again, while an engine turns.</summary>
internal sealed class PressRace
{
    public const int Contenders = 4;

    private const int CasesAtOnce = 50;

    private static readonly Party Desk = new(new ActorId("desk-1"), Role.LobbyAssistant, LobbyTower.Lobby);

    private readonly EngineBench bench;
    private readonly Action turn;

    /// <param name="engine">What turns; given once the bench is configured.</param>
    public PressRace(EngineBench bench, Func<EngineBench, Action> engine)
    {
        this.bench = bench;
        bench.Translation.Use(new WiringIndex(LobbyTower.Wiring));
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, LobbyTower.Rules));
        bench.Engine.TakeTurn();
        turn = engine(bench);
    }

    public int Raced { get; private set; }

    public int Presses => Raced * Contenders;

    public int Doubled { get; private set; }

    public int Missed { get; private set; }

    /// <summary>Pulses too many or too few.</summary>
    public int WrongPulses { get; private set; }

    public async Task RunAsync(int races)
    {
        for (var until = Raced + races; Raced < until;)
        {
            var cases = Cleared();
            bench.Line.Forget();
            var granted = await PressAsync(cases);
            Doubled += granted.GroupBy(one => one).Count(one => one.Count() > 1);
            Missed += cases.Except(granted).Count();
            WrongPulses += Math.Abs(cases.Count - bench.Line.Sent.Count(each => each.Command is DeviceCommand.Pulse));
            Raced += cases.Count;

            // Everybody has gone, and nobody asks about them any more.
            for (var wait = 0; wait < 2; wait++)
            {
                bench.Time.Advance(TimeSpan.FromMinutes(45));
                bench.Ask(at => new PolicyInput.Tick(at));
                turn();
            }
        }
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

        turn();
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
            await bench.Queue.Reader.WaitToReadAsync();
            turn();
        }

        await Task.WhenAll(pressing);
        return granted;
    }
}
