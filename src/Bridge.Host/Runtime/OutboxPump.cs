using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Outbound;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Empties the outbox in order. A row goes only when the other side has confirmed it; one that never can be delivered is parked, loudly.</summary>
public sealed class OutboxPump(Outbox outbox, OutboxSignal signal, TimeProvider time, ILogger<OutboxPump> log)
{
    private const int UsualGroup = 60;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AttentionPause = TimeSpan.FromSeconds(60);

    private long published;
    private volatile bool empty;
    private bool unreadable;

    /// <summary>
    /// How many are sent before they are marked as told; what dies with the process may be told again. Three times what may be on the way keeps the
    /// way full nearly all the time. 1 to 3000.
    /// </summary>
    public int Group { get; init; } = UsualGroup;

    /// <summary>Messages confirmed by the broker since the start.</summary>
    public long Published => Interlocked.Read(ref published);

    /// <summary>Nothing was waiting at the last look.</summary>
    public bool IsEmpty => empty && !signal.IsRaised;

    /// <summary>Delivers until the connection or the outbox fails, or it is cancelled.</summary>
    public async Task RunAsync(IOutboundChannel channel, CancellationToken cancellationToken)
    {
        await signal.SyncedAsync(cancellationToken);
        long after = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
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
                await signal.WaitAsync(LookAgain, cancellationToken);
                continue;
            }

            var messages = waiting.Select(ToOutbound).ToList();
            var report = await channel.DeliverAsync(messages, cancellationToken);
            if (report.Acknowledged > 0)
            {
                after = messages[report.Acknowledged - 1].Id;
                Forget(after, report.Acknowledged);
            }

            if (!await GoOnAsync(report, messages, cancellationToken))
            {
                return;
            }
        }
    }

    // Said once when it begins and once when it ends: it is tried every second.
    private IReadOnlyList<OutboxMessage>? Look(long after)
    {
        switch (outbox.Peek(EventTranslation.Channel, after, Group))
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
    private void Forget(long through, int count)
    {
        Interlocked.Add(ref published, count);
        if (outbox.MarkDelivered(EventTranslation.Channel, through) is StorageResult<int>.Failed failed)
        {
            log.LogWarning("Delivered messages could not be marked ({Reason}); they may be told again", failed.Reason);
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
