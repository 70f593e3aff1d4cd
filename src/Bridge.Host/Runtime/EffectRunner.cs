using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Devices;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// Runs perishable effects: each once, ahead of the polls, within its deadline. What became of a release goes back to the engine as an input. An
/// unknown outcome stays unknown: nothing here ever tries again.
/// </summary>
public sealed class EffectRunner(
    LineSet lines, TranslationTable translation, EngineClock clock, EngineQueue queue, FireRelease fire, ILogger<EffectRunner> log) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<DoorId, string> notSecured = new();

    public void Run(DeviceEffect effect)
    {
        if (effect is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Fire })
        {
            // Most likely it was faster than this decision; after a restart it was not. The pulse below is the remembered one, whose outcome is told.
            fire.Trigger();
        }

        if (effect is DeviceEffect.SecureLock secure && fire.Holds(secure.Door))
        {
            // The policy has not heard of the fire yet: what it takes for a lock without a reason is being released on purpose.
            log.LogWarning("{Door} is not secured: a fire holds it released", secure.Door);
            return;
        }

        _ = RunOnceAsync(effect, stopping.Token);
    }

    /// <summary>The end of a fire release is decided by the policy alone, and only after it is remembered.</summary>
    public void Watch(IReadOnlyList<DecidedInput> decided)
    {
        if (decided.Any(one => one.Events.Any(announced => announced.Kind == EventKind.FireReleaseEnded)))
        {
            fire.End();
        }
    }

    public Task StopAsync() => stopping.CancelAsync();

    public void Dispose() => stopping.Dispose();

    private async Task RunOnceAsync(DeviceEffect effect, CancellationToken cancellationToken)
    {
        try
        {
            var result = await ExecuteAsync(effect, cancellationToken);
            if (effect is DeviceEffect.SecureLock secure)
            {
                Tell(secure.Door, Outcome(result));
            }

            if (effect is DeviceEffect.Dial or DeviceEffect.HangUp)
            {
                Tell(effect, Outcome(result));
            }

            if (effect is DeviceEffect.ReleaseLock release)
            {
                var (outcome, detail) = Outcome(result);
                await queue.PostAsync(
                    new EngineItem.Asked(clock.Timestamp, at => new PolicyInput.ReleaseEnded(at, release.Door, release.Access, outcome, detail)),
                    cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("Stopped while {Effect} was running; the device ends its pulse by itself", effect.GetType().Name);
        }
    }

    // No decision waits for it: the sensors say whether the lock is secured, and the order is given again while they do not. It is for the person who
    // looks for the reason, once when it begins and once when it is over.
    private void Tell(DoorId door, (ReleaseOutcome Outcome, string Detail) result)
    {
        if (result.Outcome != ReleaseOutcome.Confirmed)
        {
            if (notSecured.TryAdd(door, result.Detail))
            {
                log.LogError("{Door} could not be ordered to secure its lock: {Outcome}, {Detail}", door, result.Outcome, result.Detail);
            }
        }
        else if (notSecured.TryRemove(door, out _))
        {
            log.LogInformation("{Door} takes orders to secure its lock again", door);
        }
    }

    // The intercom tells what became of the call, or nobody rings and the desk sees that. Whom it was for stays out of the log.
    private void Tell(DeviceEffect effect, (ReleaseOutcome Outcome, string Detail) result)
    {
        var panel = effect switch
        {
            DeviceEffect.Dial dial => dial.Panel,
            DeviceEffect.HangUp hangUp => hangUp.Call.Panel,
            _ => throw new UnreachableException($"No panel in {effect.GetType().Name}."),
        };
        log.Log(result.Outcome == ReleaseOutcome.Confirmed ? LogLevel.Debug : LogLevel.Warning,
            "{Effect} at {Panel}: {Outcome}, {Detail}", effect.GetType().Name, panel, result.Outcome, result.Detail);
    }

    private async ValueTask<CommandResult> ExecuteAsync(DeviceEffect effect, CancellationToken cancellationToken)
    {
        var command = translation.Effects.ToCommand(effect);
        if (command is null)
        {
            return new CommandResult.NotSent("not wired");
        }

        var within = clock.Until(effect.Deadline);
        if (within <= TimeSpan.Zero)
        {
            return new CommandResult.NotSent("too late");
        }

        return lines.Of(command.Point.Device) is { } line
            ? await line.ExecuteAsync(command, EffectTranslation.Priority(effect), within, cancellationToken)
            : new CommandResult.NotSent("no such device");
    }

    private static (ReleaseOutcome Outcome, string Detail) Outcome(CommandResult result) => result switch
    {
        CommandResult.Confirmed => (ReleaseOutcome.Confirmed, "confirmed"),
        CommandResult.Rejected rejected => (ReleaseOutcome.Refused, rejected.Reason),
        CommandResult.NotSent notSent => (ReleaseOutcome.NotSent, notSent.Reason),
        CommandResult.OutcomeUnknown unknown => (ReleaseOutcome.Unknown, unknown.Reason),
        _ => throw new UnreachableException($"No outcome for {result.GetType().Name}."),
    };
}
