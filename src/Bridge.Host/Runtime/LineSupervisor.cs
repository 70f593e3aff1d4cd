using Bridge.Devices;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// Keeps one line running for ever: opens it again when it is lost, with growing pauses while it cannot be opened. A broken line is logged once
/// when it breaks and once when it heals, and never slows another.
/// </summary>
public sealed class LineSupervisor(IDeviceLine line, WiringIndex wiring, EngineQueue queue, FireRelease fire, TimeProvider time, ILogger<LineSupervisor> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<PointId, DeviceEvent> untoldFires = [];
    private volatile bool down;
    private CancellationToken stopping;
    private int crashes;

    public IDeviceLine Line => line;

    public bool Down => down;

    /// <summary>Told which of two keys a reader has; must not block.</summary>
    public Action<DeviceEvent.KeySettled>? Settled { get; init; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        stopping = cancellationToken;
        var pipeline = Insistence.Until<LineEnd>(end => end is LineEnd.OpenFailed, FirstPause, LongestPause, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            await pipeline.ExecuteAsync(async token => await RunSessionAsync(token), cancellationToken);
            await Task.Delay(FirstPause, time, cancellationToken);
        }
    }

    private async Task<LineEnd> RunSessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            var end = await line.RunAsync(Offer, cancellationToken);
            switch (end)
            {
                case LineEnd.OpenFailed failed:
                    WentDown(failed.Reason);
                    break;
                case LineEnd.LinkLost lost:
                    WentDown(lost.Reason);
                    break;
                case LineEnd.Stopped:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No rule for {end.GetType().Name}.");
            }

            return end;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A bug in one driver must not take the other doors with it; it is loud, and the line starts again with growing pauses.
            crashes++;
            down = true;
            log.LogCritical(failure, "Line {Line} failed inside ({Crashes} times since the start)", line.Line, crashes);
            return new LineEnd.OpenFailed("internal failure");
        }
    }

    // On the line's own thread: never blocks. Fire goes first and by itself; whether the engine has room makes no difference to it.
    private bool Offer(DeviceEvent told)
    {
        if (told is DeviceEvent.InputRead { Reading: PointReading.On } input && wiring.FireInputAt(input.Point) is not null)
        {
            fire.Trigger();
            untoldFires[input.Point] = told;
            return TellFires();
        }

        if (told is DeviceEvent.Remark remark)
        {
            return TellRemark(remark);
        }

        if (told is DeviceEvent.KeySettled settled)
        {
            Settled?.Invoke(settled);
            return true;
        }

        if (told is DeviceEvent.Offline && stopping.IsCancellationRequested)
        {
            // We hang up ourselves: nothing happened to the device, and nobody is to be alarmed.
            return true;
        }

        if (down && told is DeviceEvent.Online)
        {
            down = false;
            log.LogInformation("Line {Line} is back", line.Line);
        }

        return TellFires() && queue.TryOffer(new EngineItem.FromDevice(told));
    }

    // For the person who looks after the devices; and whether a reader is to be trusted decides whom the doors obey.
    private bool TellRemark(DeviceEvent.Remark remark)
    {
        if (InputTranslation.TrustOf(remark.Kind) is not null && !queue.TryOffer(new EngineItem.FromDevice(remark)))
        {
            return false;
        }

        log.Log(remark.Kind == DeviceRemark.Restored ? LogLevel.Information : LogLevel.Warning, "{Device}: {Kind}: {Detail}", remark.Device, remark.Kind, remark.Detail);
        return true;
    }

    // A short alarm that the engine had no room for must reach it all the same: it latches, and only the policy can end what was released.
    private bool TellFires()
    {
        foreach (var (point, told) in untoldFires)
        {
            if (!queue.TryOffer(new EngineItem.FromDevice(told)))
            {
                return false;
            }

            untoldFires.Remove(point);
        }

        return true;
    }

    private void WentDown(string reason)
    {
        if (!down)
        {
            down = true;
            log.LogError("Line {Line} is down: {Reason}. Trying again until it is back", line.Line, reason);
        }
    }
}
