using Bridge.Simulators.Building;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.People;
using Bridge.Simulators.Processes;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The morning played fast, an assistant at the desk, and what came of it held against the script.</summary>
internal sealed class HeadlessMorning(DemoOptions options, World world, EventTally tally)
{
    /// <summary>The exit code for an event that did not arrive: no disturbed machine excuses that, so nobody may simply try again.</summary>
    private const int SomethingLost = 2;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestAct = TimeSpan.FromMilliseconds(350);

    private readonly Script script = Compressed(options);
    private readonly AdmissionCount expected = AdmissionCount.Expected(Guests.Morning);

    public async Task<int> RunAsync(Staff staff, ProductCommands product, BridgeProcess bridge, Observer observer, CancellationToken cancellationToken)
    {
        var before = await bridge.MetricAsync("accessbridge_journal_entries", cancellationToken);
        var served = await PlayAsync(staff, bridge, cancellationToken);
        await Deadline.UntilAsync(() => DemoSummary.Agrees(script.Expected, tally), Settling, cancellationToken);
        var online = tally.DoorsOnline;
        await observer.QuietAsync(TimeSpan.FromSeconds(1), cancellationToken);
        var waiting = await bridge.MetricAsync("accessbridge_outbox_waiting", cancellationToken);
        await bridge.StopAsync(cancellationToken);
        var journalled = await product.EventIdsAsync(before, cancellationToken);
        var summary = Judge(online, waiting, journalled, served with { Granted = tally.Admitted });
        if (!summary.AsScripted)
        {
            await Console.Error.WriteLineAsync(Complaint(bridge));
        }

        Console.WriteLine(summary.ToJson());
        return summary switch { { AsScripted: true } => 0, { Lost: > 0 } => SomethingLost, _ => 1 };
    }

    private static Script Compressed(DemoOptions options)
    {
        var morning = Morning.Script(options.Seed);
        return morning.Compressed(morning.Length / (options.Limit - Settling), ShortestAct);
    }

    /// <summary>The desk begins as soon as its doors are there: a unit where nobody is in rings twice, and the fire drill opens all doors at the end.</summary>
    private async Task<AdmissionCount> PlayAsync(Staff staff, BridgeProcess bridge, CancellationToken cancellationToken)
    {
        await Deadline.UntilAsync(() => Staff.IsEntranceReady(world, tally), StartLimit, cancellationToken);
        var serving = staff.ServeAsync(Guests.Morning, cancellationToken);
        if (!await Deadline.UntilAsync(() => tally.DoorsOnline == world.Doors.Count, StartLimit, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"Only {tally.DoorsOnline} doors came online.{Environment.NewLine}{bridge.Output}");
        }

        await new ScriptPlayer(world, script, _ => { }).RunAsync(cancellationToken);
        return await serving;
    }

    private DemoSummary Judge(int online, long waiting, JournalContents journalled, AdmissionCount admissions)
    {
        var unread = world.Oracle().Acknowledged.Count - journalled.Reads;
        var untold = journalled.Events.Except(tally.Ids).Count();
        var isWhole = online == world.Doors.Count && untold == 0 && unread <= 0 && waiting == 0;
        return new DemoSummary(
            online, tally.Granted, tally.Denied, tally.Alarms, tally.Ids.Count, waiting, Math.Max(0, unread) + untold,
            isWhole && DemoSummary.Agrees(script.Expected, tally) && admissions.Agrees(expected))
        {
            Admissions = admissions,
        };
    }

    private string Complaint(BridgeProcess bridge) => $"""
        Not as scripted. Expected {script.Expected.Granted} granted, denied {string.Join(", ", script.Expected.Denied)}, alarms {string.Join(", ", script.Expected.Alarms)};
        let in by the desk {expected.Opened}, refused {string.Join(", ", expected.Refused)}.
        {bridge.Output}
        {string.Join(Environment.NewLine, tally.Transcript)}
        """;
}
