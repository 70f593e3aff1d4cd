using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Runtime;

/// <summary>The journal alone gives the state that lived, after any life, with any snapshots and any failures of the disk.</summary>
public sealed class StateRecoveryTests
{
    private const int Seeds = 6;
    private const int Steps = 400;

    [Fact]
    public void RecoveredIsWhatLived()
    {
        long replayed = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            using var bench = EngineBench.Running();
            Live(bench, new Random(seed));
            var live = JournalCodec.Encode(bench.State);
            using var next = bench.AfterACrash();
            var recovered = next.Recovered();
            var fromNothing = Host.Runtime.StateRecovery.Recover(null, next.Store.EntriesAfter(0));
            replayed += fromNothing.Replayed;
            Assert.True(live == JournalCodec.Encode(recovered.State), $"seed {seed}:\n{live}\n{JournalCodec.Encode(recovered.State)}");
            Assert.True(live == JournalCodec.Encode(fromNothing.State), $"seed {seed}, without snapshots:\n{live}\n{JournalCodec.Encode(fromNothing.State)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seeds 1 to {Seeds}: {replayed} inputs replayed, 0 differences in {Seeds} trials");
        Assert.True(replayed > Seeds * 100, "the lives were not empty");
    }

    [Fact]
    public void OneEntryMissingIsSeen()
    {
        using var bench = EngineBench.Running();
        Live(bench, new Random(1));
        var entries = bench.Store.EntriesAfter(0).ToList();
        var whole = Recover(entries);
        var removals = Enumerable.Range(0, 40).Select(trial => trial * entries.Count / 40).ToList();
        var differing = removals.Count(gone => Recover(entries.Where((_, index) => index != gone)) != whole);
        TestContext.Current.TestOutputHelper?.WriteLine($"control: {differing} of {removals.Count} removals change the recovered state");
        Assert.True(differing > 3, $"{differing}: the comparison would notice");
    }

    private static void Live(EngineBench bench, Random random)
    {
        DoorId[] doors = [Tower.Lobby, Tower.Stairs, Tower.Office];
        BlockedDisk? broken = null;
        for (var step = 0; step < Steps; step++)
        {
            var door = doors[random.Next(doors.Length)];
            Do(bench, random, door);
            bench.Time.Advance(TimeSpan.FromMilliseconds(random.Next(1_500)));
            if (broken is null && random.Next(40) == 0)
            {
                broken = bench.BreakDisk();
            }
            else if (broken is not null && random.Next(10) == 0)
            {
                broken.Dispose();
                broken = null;
            }

            if (random.Next(3) == 0)
            {
                bench.Engine.TakeTurn();
            }
        }

        broken?.Dispose();
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        bench.Engine.TakeTurn();
        Assert.False(bench.Monitor.Current.Degraded);
    }

    private static void Do(EngineBench bench, Random random, DoorId door)
    {
        var actor = new ActorId("lead");
        var request = Enum.GetValues<DoorModeRequest>()[random.Next(Enum.GetValues<DoorModeRequest>().Length)];
        switch (random.Next(12))
        {
            case < 3:
                bench.Present(door, random.Next(3) switch { 0 => Residents.Unknown, 1 => new CredentialData.Pin("0000"), _ => Residents.Card }, random.Next(8) == 0);
                break;
            case < 6:
                bench.Sense(Tower.Point(door, random.Next(2) == 0 ? "contact" : "bolt"), Enum.GetValues<PointReading>()[random.Next(4)]);
                break;
            case 6:
                bench.Sense(random.Next(6) == 0 ? Tower.FirePoint : Tower.Point(door, "tamper"), random.Next(2) == 0 ? PointReading.On : PointReading.Off);
                break;
            case 7:
                bench.Tell(random.Next(4) == 0 ? new DeviceEvent.Offline(Tower.Device(door), bench.Now, "silent") : new DeviceEvent.Online(Tower.Device(door), bench.Now));
                break;
            case 8:
                bench.Ask(at => new PolicyInput.ModeRequested(at, door, request, actor));
                break;
            case 9:
                bench.Ask(at => new PolicyInput.FireAcknowledged(at, actor));
                break;
            default:
                bench.Ask(at => new PolicyInput.Tick(at));
                break;
        }
    }

    private static string Recover(IEnumerable<Journal.StoredEntry> entries) => JournalCodec.Encode(Host.Runtime.StateRecovery.Recover(null, entries).State);
}
