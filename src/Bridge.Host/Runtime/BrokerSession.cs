using Bridge.Outbound;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// Keeps the broker connection for ever. On every connection: online, all retained state, then the outbox in order; while it lasts, state changes
/// and new messages; when it is lost, again.
/// </summary>
public sealed class BrokerSession(IOutboundChannel channel, StatePublisher states, OutboxPump pump, TimeProvider time, ILogger<BrokerSession> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>A connection that lasts this long is one; a shorter one counts as a failed attempt, or a broker that throws us out is hammered.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(3);

    private volatile BrokerLink link = new(false, time.GetUtcNow(), null);
    private string? lastReason;

    public bool Connected => link.IsUp;

    /// <summary>Whether there is a connection, since when, and why not.</summary>
    public BrokerLink Link => link;

    public OutboxPump Pump => pump;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var insisting = Insistence.Until<bool>(lasted => !lasted, FirstPause, LongestPause, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            await insisting.ExecuteAsync(async token => await TryAsync(token), cancellationToken);
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
            while (Connected && !pump.IsEmpty)
            {
                await Task.Delay(FirstPause / 10, time, limit.Token);
            }

            if (Connected)
            {
                await channel.PublishStateAsync([states.Offline()], limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("Stopped before the broker had taken everything; the rest waits in the outbox");
        }
    }

    /// <returns>Whether there was a connection worth the name.</returns>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TrySessionAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The doors do not need a broker: a fault in here is said, and tried again with the same growing pauses as a broker that is away.
            Turn(up: false);
            if (lastReason != failure.Message)
            {
                lastReason = failure.Message;
                log.LogError(failure, "The broker session failed inside and starts again. Doors are not affected; messages wait in the outbox");
            }

            return false;
        }
    }

    private async Task<bool> TrySessionAsync(CancellationToken cancellationToken)
    {
        switch (await channel.ConnectAsync(cancellationToken))
        {
            case ConnectResult.Connected:
                var start = time.GetTimestamp();
                await ServeAsync(cancellationToken);
                return time.GetElapsedTime(start) >= Lasting;
            case ConnectResult.Refused refused:
                Complain(refused.Reason);
                return false;
            case ConnectResult.Unreachable unreachable:
                Complain(unreachable.Reason);
                return false;
            case var result:
                throw new System.Diagnostics.UnreachableException($"No rule for {result.GetType().Name}.");
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        if (await states.PublishAllAsync(channel, cancellationToken) is DeliveryResult.TryLater later)
        {
            Complain(later.Reason);
            return;
        }

        Turn(up: true);
        var start = time.GetTimestamp();
        log.LogInformation("Connected to the broker ({Channel})", channel.Name);
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] work = [states.PublishChangesAsync(channel, session.Token), pump.RunAsync(channel, session.Token)];
        var ended = await Task.WhenAny([channel.Disconnected, .. work]);
        Turn(up: false);
        await session.CancelAsync();
        await Task.WhenAll(work.Select(EndedQuietlyAsync));
        if (time.GetElapsedTime(start) >= Lasting)
        {
            lastReason = null;
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            await SayWhyAsync(ended == channel.Disconnected ? await channel.Disconnected : new ConnectionLoss("delivery stopped", TakenOver: false), cancellationToken);
        }
    }

    private async Task SayWhyAsync(ConnectionLoss loss, CancellationToken cancellationToken)
    {
        Complain(loss.Reason);
        if (loss.TakenOver)
        {
            // Coming back at once would throw the other one out, and so on: neither would deliver anything.
            log.LogError("Another client has connected under our name; trying again in {Pause}", LongestPause);
            await Task.Delay(LongestPause, time, cancellationToken);
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
        link = link with { Reason = reason };
        if (lastReason != reason)
        {
            lastReason = reason;
            log.LogWarning("No broker connection: {Reason}. Doors are not affected; messages wait in the outbox", reason);
        }
    }

    private void Turn(bool up)
    {
        if (link.IsUp != up)
        {
            link = new BrokerLink(up, time.GetUtcNow(), null);
        }
    }
}
