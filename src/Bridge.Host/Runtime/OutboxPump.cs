using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Outbound;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Empties the outbox in order. A row goes only when the other side has confirmed it; one that never can be delivered is parked, loudly.</summary>
public sealed class OutboxPump(Outbox outbox, OutboxSignal signal, TimeProvider time, ILogger<OutboxPump> log)
{
    private const int UsuallyUnmarked = 240;

    /// <summary>As many are read at once: reading costs a pause, in which nothing is on the way.</summary>
    private const int Run = 512;

    /// <summary>An engine that commits takes the marks along sooner than this.</summary>
    private static readonly TimeSpan EngineTurn = TimeSpan.FromMilliseconds(10);

    /// <summary>An engine that has not committed for this long rests, and a mark is in nobody's way.</summary>
    private static readonly TimeSpan EngineRests = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AttentionPause = TimeSpan.FromSeconds(60);

    private long published;
    private long confirmedAt;
    private volatile bool empty;
    private bool unreadable;
    private bool unmarkable;

    /// <summary>
    /// How many may be confirmed and not marked as told. These, and what is on the way, may be told again after the process has died. 1 to 3000.
    /// </summary>
    public int MostUnmarked { get; init; } = UsuallyUnmarked;

    /// <summary>Messages confirmed by the broker since the start.</summary>
    public long Published => Interlocked.Read(ref published);

    /// <summary>When the broker last confirmed one; null when it has not since the start.</summary>
    public DateTimeOffset? LastConfirmedAt => Volatile.Read(ref confirmedAt) is var ticks && ticks > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Nothing was waiting at the last look.</summary>
    public bool IsEmpty => empty && !signal.IsRaised;

    /// <summary>Delivers until the connection or the outbox fails, or it is cancelled.</summary>
    public async Task RunAsync(IOutboundChannel channel, CancellationToken cancellationToken)
    {
        await signal.SyncedAsync(cancellationToken);
        try
        {
            await EmptyAsync(channel, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // An orderly stop: the next start tells nothing twice.
            Mark();
            throw;
        }

        Mark();
    }

    private async Task EmptyAsync(IOutboundChannel channel, CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            empty = false;
            signal.Lower();
            if (Look(after) is not { } waiting)
            {
                await Task.Delay(LookAgain, time, cancellationToken);
                continue;
            }

            empty = waiting.Count == 0;
            if (empty)
            {
                await RestAsync(cancellationToken);
                continue;
            }

            signal.Delivered.Begin(waiting[0].Id - 1);
            var messages = waiting.Select(ToOutbound).ToList();
            var before = Published;
            var report = await channel.DeliverAsync(
                messages, confirmed => ConfirmAsync(messages[confirmed - 1].Id, before + confirmed, cancellationToken), cancellationToken);
            if (report.Acknowledged > 0)
            {
                after = messages[report.Acknowledged - 1].Id;
                Volatile.Write(ref published, before + report.Acknowledged);
                Volatile.Write(ref confirmedAt, time.GetUtcNow().UtcTicks);
                signal.Delivered.Confirm(after);
            }

            if (!await GoOnAsync(report, messages, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        var due = signal.Delivered.Due is not null && !unmarkable;
        if (!await signal.WaitAsync(due ? EngineRests : LookAgain, cancellationToken))
        {
            Mark();
        }
    }

    private async ValueTask ConfirmAsync(long id, long count, CancellationToken cancellationToken)
    {
        Volatile.Write(ref published, count);
        signal.Delivered.Confirm(id);
        if (signal.Delivered.Unmarked >= MostUnmarked && !unmarkable && !await signal.Delivered.WrittenAsync(EngineTurn, cancellationToken))
        {
            Mark();
        }
    }

    // Said once when it begins and once when it ends: it is tried every second.
    private IReadOnlyList<OutboxMessage>? Look(long after)
    {
        switch (outbox.Peek(EventTranslation.Channel, after, Run))
        {
            case StorageResult<IReadOnlyList<OutboxMessage>>.Done { Value: var waiting }:
                if (unreadable)
                {
                    unreadable = false;
                    log.LogInformation("The outbox can be read again");
                }

                return waiting;
            case StorageResult<IReadOnlyList<OutboxMessage>>.Failed failed:
                if (!unreadable)
                {
                    unreadable = true;
                    log.LogError("The outbox cannot be read ({Failure}): {Reason}. Nothing is told until it can", failed.Failure, failed.Reason);
                }

                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static OutboundMessage ToOutbound(OutboxMessage message) =>
        new(message.Id, message.Draft.Topic, message.Draft.Payload, message.Draft.ContentType);

    // A mark that fails costs a duplicate after the next start, never a message.
    private void Mark()
    {
        if (signal.Delivered.Due is not { } through)
        {
            return;
        }

        var result = outbox.MarkDelivered(EventTranslation.Channel, through);
        if (result is StorageResult<int>.Failed failed && !unmarkable)
        {
            log.LogWarning("Delivered messages could not be marked ({Reason}); they may be told again", failed.Reason);
        }

        unmarkable = result is StorageResult<int>.Failed;
        if (!unmarkable)
        {
            signal.Delivered.Written(through);
        }
    }

    private async Task<bool> GoOnAsync(DeliveryReport report, List<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        switch (report.Outcome)
        {
            case DeliveryResult.Delivered:
                return true;
            case DeliveryResult.Poison poison:
                var message = messages[report.Acknowledged];
                log.LogError("Message {Id} can never be delivered and is parked: {Reason}", message.Id, poison.Reason);
                return outbox.Park(message.Id, poison.Reason, time.GetUtcNow()) is StorageResult<bool>.Done;
            case DeliveryResult.TryLater { NeedsAttention: true } later:
                log.LogError("The broker refuses our messages: {Reason}. The backlog is kept", later.Reason);
                await Task.Delay(AttentionPause, time, cancellationToken);
                return false;
            case DeliveryResult.TryLater:
                return false;
            default:
                throw new System.Diagnostics.UnreachableException($"No rule for {report.Outcome.GetType().Name}.");
        }
    }
}
