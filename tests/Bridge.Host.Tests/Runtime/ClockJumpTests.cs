using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Clock jumps change labels, not behaviour. The same hour is lived with a wall clock that is right and with one that somebody sets.</summary>
public sealed class ClockJumpTests
{
    public static TheoryData<string, double> Jumps => new()
    {
        { "daylight saving forward", 1 },
        { "daylight saving back", -1 },
        { "a time server corrects five minutes", 1 / 12.0 },
        { "and back", -1 / 12.0 },
        { "a dead battery: 1970", -24 * 20_514 },
        { "behind 2038", 24 * 365 * 13 },
        { "2100", 24 * 365 * 74.0 },
    };

    [Theory, MemberData(nameof(Jumps))]
    public void OnlyTheLabelsDiffer(string why, double hours)
    {
        var jump = TimeSpan.FromHours(hours);
        var (right, pulses) = Live(TimeSpan.Zero);
        var (jumped, jumpedPulses) = Live(jump);

        Assert.Equal(right.Select(entry => (entry.Entry.Kind, entry.Entry.Elapsed)), jumped.Select(entry => (entry.Entry.Kind, entry.Entry.Elapsed)));
        Assert.Equal(pulses, jumpedPulses);
        Assert.True(jumped.Zip(jumped.Skip(1)).All(pair => pair.First.Entry.Elapsed <= pair.Second.Entry.Elapsed), $"{why}: the time line goes back");
        var labels = right.Zip(jumped).Select(pair => pair.Second.Entry.OccurredAt - pair.First.Entry.OccurredAt).Distinct().ToList();
        Assert.True(labels.SequenceEqual([TimeSpan.Zero, jump]), $"{why}: the labels are off by {string.Join(", ", labels)}");
        foreach (var kind in new[] { "AccessNotTaken", "DoorOpenTooLong", "LockoutStarted", "LockoutEnded", "AccessTaken" })
        {
            Assert.Contains(kind, jumped.Select(entry => entry.Entry.Kind));
        }
    }

    // One access not taken, one door left open, one keypad locked out: every timer runs while the clock jumps.
    private static (IReadOnlyList<StoredEntry> Entries, int Pulses) Live(TimeSpan jump)
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        bench.Present(Tower.Lobby);
        bench.Present(Tower.Stairs);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            bench.Present(Tower.Office, new CredentialData.Pin("0000"));
        }

        bench.Engine.TakeTurn();
        bench.Sense(Tower.Point(Tower.Stairs, "contact"), PointReading.On);
        bench.Engine.TakeTurn();
        bench.Time.Jump = jump;
        for (var tick = 0; tick < 400; tick++)
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(250));
            bench.Ask(at => new PolicyInput.Tick(at));
            bench.Engine.TakeTurn();
        }

        return (bench.Journal(before), bench.Line.Pulses.Count());
    }
}
