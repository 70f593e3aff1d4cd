using Bridge.Outbound;
using Microsoft.Extensions.Logging;
using Polly;

namespace Bridge.Host.Runtime;

/// <summary>
/// Keeps the broker connection for ever. On every connection: online, all retained state, then the outbox in order; while it lasts, state changes
/// and new messages; when it is lost, again.
/// </summary>
public sealed class BrokerSession(IOutboundChannel channel, StatePublisher states, OutboxPump pump, TimeProvider time, ILogger<BrokerSession> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(3);

    private volatile bool connected;
    private string? lastReason;

    public bool Connected => connected;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var connecting = Insistence.Until<ConnectResult>(result => result is not ConnectResult.Connected, FirstPause, LongestPause, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            await connecting.ExecuteAsync(async token => await ConnectOnceAsync(token), cancellationToken);
            await ServeAsync(cancellationToken);
            await Task.Delay(FirstPause, time, cancellationToken);
        }
    }

    /// <summary>Before a clean stop: tells what is waiting, if the broker is there and quick, and then that we are gone.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(DrainLimit);
        try
        {
            while (connected && !pump.IsEmpty)
            {
                await Task.Delay(FirstPause / 10, time, limit.Token);
            }

            if (connected)
            {
                await channel.PublishStateAsync([states.Offline()], limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("Stopped before the broker had taken everything; the rest waits in the outbox");
        }
    }

    private async Task<ConnectResult> ConnectOnceAsync(CancellationToken cancellationToken)
    {
        var result = await channel.ConnectAsync(cancellationToken);
        switch (result)
        {
            case ConnectResult.Connected:
                break;
            case ConnectResult.Refused refused:
                Complain(refused.Reason);
                break;
            case ConnectResult.Unreachable unreachable:
                Complain(unreachable.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No rule for {result.GetType().Name}.");
        }

        return result;
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        if (await states.PublishAllAsync(channel, cancellationToken) is DeliveryResult.TryLater later)
        {
            Complain(later.Reason);
            return;
        }

        connected = true;
        lastReason = null;
        log.LogInformation("Connected to the broker ({Channel})", channel.Name);
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] work = [states.PublishChangesAsync(channel, session.Token), pump.RunAsync(channel, session.Token)];
        var ended = await Task.WhenAny([channel.Disconnected, .. work]);
        connected = false;
        await session.CancelAsync();
        await Task.WhenAll(work.Select(EndedQuietlyAsync));
        if (!cancellationToken.IsCancellationRequested)
        {
            Complain(ended == channel.Disconnected ? (await channel.Disconnected).Reason : "delivery stopped");
        }
    }

    private async Task EndedQuietlyAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("A broker session's work was cancelled with its connection");
        }
    }

    // Once per outage and reason: a broker that is down for a day is one line in the log.
    private void Complain(string reason)
    {
        if (lastReason != reason)
        {
            lastReason = reason;
            log.LogWarning("No broker connection: {Reason}. Doors are not affected; messages wait in the outbox", reason);
        }
    }
}
