using Bridge.Host.Translation;
using Bridge.Journal;

namespace Bridge.Host.ReadModel;

/// <summary>How much waits in the outbox, counted at most once a second, whoever asks and however often.</summary>
public sealed class BacklogGauge(Outbox outbox, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private OutboxBacklog latest = new(0, 0, null);
    private long? countedAt;

    public OutboxBacklog Current
    {
        get
        {
            lock (gate)
            {
                if (countedAt is not { } at || time.GetElapsedTime(at) >= FreshFor)
                {
                    countedAt = time.GetTimestamp();
                    latest = outbox.Backlog(EventTranslation.Channel) is StorageResult<OutboxBacklog>.Done { Value: var counted } ? counted : latest;
                }

                return latest;
            }
        }
    }

    /// <summary>The oldest that the outside will never take; empty also when the outbox cannot be read now.</summary>
    public IReadOnlyList<ParkedMessage> Parked(int most)
    {
        lock (gate)
        {
            return outbox.Parked(EventTranslation.Channel, most) is StorageResult<IReadOnlyList<ParkedMessage>>.Done { Value: var parked } ? parked : [];
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            outbox.Dispose();
        }
    }
}
