using System.Diagnostics;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>
/// Starts a candidate in a busy building, kills it with -9 at a random instant, leaves its files as the process's or the machine's end would have left
/// them, and starts it again: as often as asked. After each restart everything that was ever acknowledged or told is compared with the journal.
/// </summary>
internal sealed class KillCampaign(Candidate candidate, KillScene scene, PowerCut power, int seed)
{
    /// <summary>One start in six is not allowed to finish.</summary>
    private const int OneInStartOf = 6;

    private static readonly TimeSpan AimLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly Installation installation = scene.Installation;
    private readonly Ledger ledger = scene.Ledger;
    private readonly LockWatch locks = new(scene.Installation.World);
    private readonly List<string> chainBreaks = [];
    private int trials;
    private int inStart;
    private int powerCuts;

    /// <param name="untilFirstFault">For a control: to show that the fault is seen it needs to be seen once.</param>
    public async Task<Figures> RunAsync(int kills, bool untilFirstFault, CancellationToken cancellationToken)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var coming = scene.Visitors.RunAsync(leave.Token);
        var usable = true;
        while (usable && trials < kills && !(untilFirstFault && !Total([]).IsClean))
        {
            usable = await TrialAsync(cancellationToken);
        }

        var untold = usable ? await FinishAsync(leave, coming, cancellationToken) : [];
        await leave.CancelAsync();
        await coming;
        return Total(untold);
    }

    /// <returns>False when the candidate cannot be started any more.</returns>
    private async Task<bool> TrialAsync(CancellationToken cancellationToken)
    {
        await using var bridge = Start();
        var killedInStart = random.Next(OneInStartOf) == 0;
        var instant = TimeSpan.FromMilliseconds(random.Next(50, killedInStart ? 1000 : 1500));
        if (!killedInStart && !await StartedAsync(bridge, cancellationToken))
        {
            return false;
        }

        var verifying = killedInStart ? Task.CompletedTask : CheckAsync(cancellationToken);
        await Task.Delay(instant, cancellationToken);
        if (!killedInStart && scene.AimsAtLocks)
        {
            await locks.NextAsync(AimLimit, cancellationToken);
        }

        locks.AtKill();
        await bridge.KillAsync(cancellationToken);
        await verifying;
        var fate = candidate.Fates[random.Next(candidate.Fates.Count)];
        await power.LeaveAsync(installation.DataDirectory, fate, random.Next(), cancellationToken);
        trials++;
        inStart += killedInStart ? 1 : 0;
        powerCuts += fate == Fate.Kill ? 0 : 1;
        return true;
    }

    private BridgeProcess Start() =>
        installation.Start(candidate.Assembly, candidate.Arguments(installation.SiteFile), power.Watching(installation.Journal, scene.Sync));

    /// <summary>It answers, and it is at work: somebody's card has been read.</summary>
    private async Task<bool> StartedAsync(BridgeProcess bridge, CancellationToken cancellationToken)
    {
        var acknowledged = ledger.Acknowledged;
        if (await bridge.IsReadyAsync(StartLimit, cancellationToken))
        {
            Assert.True(await Deadline.UntilAsync(() => ledger.Acknowledged > acknowledged, StartLimit, cancellationToken), $"no card was read: {bridge.Output}");
            return true;
        }

        chainBreaks.Add($"after kill {trials} it does not start: {bridge.Output}");
        return false;
    }

    /// <summary>
    /// The comparison is made at once, while the service lives: a reader that comes between its death and a power cut would see what was not synced, and
    /// nobody was told that. The chain is verified beside the running service, and often across its death.
    /// </summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        ledger.Compare(installation.Journal);
        var verified = await installation.RunVerbAsync(["journal", "verify"], cancellationToken);
        if (verified.ExitCode != 0)
        {
            chainBreaks.Add($"after kill {trials}: {verified}");
        }
    }

    /// <summary>A last start, that may finish: everybody goes home, everything waiting is read and told, and the service is stopped in order.</summary>
    private async Task<IReadOnlyList<string>> FinishAsync(CancellationTokenSource leave, Task coming, CancellationToken cancellationToken)
    {
        await using var bridge = Start();
        if (!await StartedAsync(bridge, cancellationToken))
        {
            return [];
        }

        await leave.CancelAsync();
        await coming;
        var clock = Stopwatch.StartNew();
        await Deadline.UntilAsync(() => installation.World.Oracle().Pending.Count == 0, DrainLimit, cancellationToken);
        await Deadline.UntilAsync(() => installation.World.Doors.Values.All(door => !door.IsReleased && !door.IsOpen), DrainLimit, cancellationToken);
        await Deadline.UntilAsync(() => ledger.Untold(installation.Journal).Count == 0, DrainLimit - clock.Elapsed, cancellationToken);
        await bridge.StopAsync(cancellationToken);
        await Deadline.UntilAsync(() => ledger.Untold(installation.Journal).Count == 0, TimeSpan.FromSeconds(5), cancellationToken);
        await CheckAsync(cancellationToken);
        var pending = installation.World.Oracle().Pending.Count;
        return pending > 0 ? [$"{pending} reads were never fetched from their devices"] : ledger.Untold(installation.Journal);
    }

    private Figures Total(IReadOnlyList<string> untold) => new(
        candidate.Name, trials, inStart, powerCuts, ledger.Acknowledged, ledger.Told,
        [.. ledger.Lost, .. untold], ledger.Reused, chainBreaks, locks.LeftOn(), locks.OnAtAKill);
}
