using System.CommandLine;
using System.Diagnostics;
using Bridge.Benchmarks.Reporting;
using Bridge.Simulators.Building;
using Microsoft.Playwright;

namespace Bridge.Benchmarks.Desks;

/// <summary>From a door's movement to every desk's screen, and from the open key to the relay, with many desks open and events all the time.</summary>
internal static class DeskVerb
{
    private const double MostToScreen = 1000;
    private const double MostToRelay = 500;

    private static readonly TimeSpan CardPace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DoorPace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private static readonly Option<bool> Quick = new("--quick") { Description = "Half a minute: only proves that it runs." };
    private static readonly Option<int> Count = new("--desks") { Description = "How many desks are open.", DefaultValueFactory = _ => 20 };

    public static Command Create()
    {
        var command = new Command("desk", "Event to screen and key to relay with open desks in Chromium, and the server's memory for each.") { Quick, Count };
        command.SetAction((arguments, stop) => RunAsync(arguments.GetValue(Quick) ? 2 : arguments.GetValue(Count), arguments.GetValue(Quick), stop));
        return command;
    }

    private static async Task<int> RunAsync(int count, bool quick, CancellationToken cancellationToken)
    {
        Machine.Describe();
        await using var building = await DeskBuilding.OpenAsync(cancellationToken);
        using var assistant = await building.AssistantAsync(cancellationToken);
        await using var desks = await OpenDesks.StartAsync(assistant.Cookies);

        var memory = await OpenAllAsync(building, desks, count, cancellationToken);
        using var busy = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (published, clock) = (await building.PublishedAsync(cancellationToken), Stopwatch.StartNew());
        var cards = building.ShowCardsAsync(CardPace, busy.Token);
        var moves = MoveAsync(building, quick ? 2 : 60, busy.Token);
        var (relays, unopened) = await KeysAsync(building, desks, quick ? 3 : 90, cancellationToken);
        await moves;
        var rate = (await building.PublishedAsync(cancellationToken) - published) / clock.Elapsed.TotalSeconds;
        await busy.CancelAsync();
        await cards;
        var (screens, unseen) = await ScreensAsync(building, desks);

        var table = new Table("milliseconds", "samples", "p50", "p95", "p99", "max");
        Add(table, "door moves to screen", screens);
        Add(table, "key let go to relay", relays);
        table.Write($"{count + 1} desks open in one Chromium on this machine, {rate:0.0} events/s told to the broker meanwhile");
        System.Console.WriteLine($"server: {memory.Before:0.0} MB with one desk, {memory.After:0.0} MB with {count + 1}: {(memory.After - memory.Before) / count:0.00} MB a desk; {building.Resident():0.0} MB at the end");
        var report = new Report();
        report.Add(Target.AtLeast("events told meanwhile", rate, 20, "events/s"));
        report.Add(Target.AtMost("door moves to screen, p99", Sample.Percentile(screens, 99), MostToScreen, "ms"));
        report.Add(Target.AtMost($"movements not seen on a desk, of {screens.Count + unseen}", unseen, 0, ""));
        report.Add(Target.AtMost("key let go to relay, p99", Sample.Percentile(relays, 99), MostToRelay, "ms"));
        report.Add(Target.AtMost($"presses that opened nothing or more than once, of {relays.Count + unopened}", unopened, 0, ""));
        return report.Close(quick);
    }

    /// <returns>The server's memory in MB with one desk open, and with all.</returns>
    private static async Task<(double Before, double After)> OpenAllAsync(DeskBuilding building, OpenDesks desks, int count, CancellationToken cancellationToken)
    {
        // The first one compiles the page: it belongs to no desk's account.
        await desks.OpenAsync(building.Address);
        await Task.Delay(Settling, cancellationToken);
        var before = building.Resident();
        while (desks.Pages.Count < count + 1)
        {
            await desks.OpenAsync(building.Address);
        }

        await Task.Delay(Settling, cancellationToken);
        return (before, building.Resident());
    }

    private static async Task MoveAsync(DeskBuilding building, int times, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(DoorPace);
        for (var turn = 0; turn < times && await pace.WaitForNextTickAsync(cancellationToken); turn++)
        {
            building.World.Doors[VisitorsEntrance.Rear].Force(DoorPace / 2);
        }

        await pace.WaitForNextTickAsync(cancellationToken);
    }

    /// <summary>A resident without his card, recognised and let in: at one desk after the other.</summary>
    private static async Task<(List<double> Times, int Unopened)> KeysAsync(DeskBuilding building, OpenDesks desks, int presses, CancellationToken cancellationToken)
    {
        List<double> times = [];
        var (door, unopened) = (building.World.Doors[VisitorsEntrance.Front], 0);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var press = 0; press < presses; press++)
        {
            var page = desks.Pages[press % desks.Pages.Count];
            await page.Keyboard.PressAsync("Alt+1");
            await Assertions.Expect(page.Locator("input[id^=resident-]")).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = 15_000 });
            await page.Keyboard.TypeAsync("0805");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#open-key[data-live=true]").WaitForAsync();
            var (pulses, visitor) = (door.LockActivations.Count, new Visitor(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300), TimeSpan.Zero));
            door.Wait(visitor);
            await page.Keyboard.PressAsync("F9");
            for (var clock = Stopwatch.StartNew(); (door.LockActivations.Count == pulses || door.IsReleased || door.IsOpen) && clock.Elapsed < TimeSpan.FromSeconds(10);)
            {
                await pace.WaitForNextTickAsync(cancellationToken);
            }

            if (door.LockActivations.Count != pulses + 1)
            {
                unopened++;
                continue;
            }

            times.Add(door.LockActivations[^1].StartedAt.ToUnixTimeMilliseconds() - (await OpenDesks.PressedAsync(page))[^1]);
        }

        return (times, unopened);
    }

    /// <summary>Each movement against each screen, in order.</summary>
    private static async Task<(List<double> Times, int Unseen)> ScreensAsync(DeskBuilding building, OpenDesks desks)
    {
        var moved = building.World.Doors[VisitorsEntrance.Rear].Movements.Select(movement => (double)movement.At.ToUnixTimeMilliseconds()).ToList();
        List<double> times = [];
        var unseen = 0;
        foreach (var page in desks.Pages)
        {
            var seen = await OpenDesks.SeenAsync(page);
            if (seen.Count != moved.Count)
            {
                unseen += Math.Abs(seen.Count - moved.Count);
                continue;
            }

            times.AddRange(moved.Zip(seen, (from, to) => to - from));
        }

        return (times, unseen);
    }

    private static void Add(Table table, string name, List<double> times) =>
        table.Add(name, times.Count, Sample.Median(times), Sample.Percentile(times, 95), Sample.Percentile(times, 99), times.Count == 0 ? double.NaN : times.Max());
}
