using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>
/// What still has to be told, in commit order within a channel. A connection of its own beside the writer's: its marks are not synced one by one,
/// because a mark that is lost in a power cut only means that a message is told twice. Not thread-safe: one <see cref="Outbox"/> for each pump.
/// </summary>
public sealed class Outbox : IDisposable
{
    internal const string MarkThrough = "DELETE FROM outbox WHERE channel = ? AND id <= ? AND parked_at IS NULL";

    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly Statement peek;
    private readonly Statement markThrough;
    private readonly Statement park;

    private Outbox(string path, SqliteConnection connection)
    {
        this.path = path;
        this.connection = connection;
        peek = new Statement(
            connection,
            "SELECT id, topic, payload, content_type, sequence, enqueued_at FROM outbox "
            + "WHERE channel = ? AND id > ? AND parked_at IS NULL ORDER BY id LIMIT ?");
        markThrough = new Statement(connection, MarkThrough);
        park = new Statement(connection, "UPDATE outbox SET parked_at = ?, parked_reason = ? WHERE id = ? AND parked_at IS NULL");
    }

    /// <summary>Opens the outbox of a journal that a <see cref="JournalStore"/> has opened before.</summary>
    public static StorageResult<Outbox> Open(JournalOptions options) => Attempt.At(
        options.Path,
        () => new Outbox(options.Path, SqliteFile.OpenForWriting(options.Path, options.LockWait, "NORMAL", eraseDeleted: false)));

    /// <summary>The next waiting messages of a channel after an id, oldest first; 0 begins at the oldest.</summary>
    public StorageResult<IReadOnlyList<OutboxMessage>> Peek(string channel, long afterId, int max) =>
        Attempt.At<IReadOnlyList<OutboxMessage>>(path, () =>
        {
            var messages = new List<OutboxMessage>();
            peek.Bind(1, channel).Bind(2, afterId).Bind(3, max);
            while (peek.Step())
            {
                messages.Add(Message(peek, channel));
            }

            peek.Reset();
            return messages;
        });

    /// <summary>The outside has taken every message of the channel up to and including this id (parked ones stay parked).</summary>
    /// <returns>How many were still waiting.</returns>
    public StorageResult<int> MarkDelivered(string channel, long throughId) => Attempt.At(path, () =>
    {
        markThrough.Bind(1, channel).Bind(2, throughId).Run();
        return connection.ChangedRows();
    });

    /// <summary>Sets a message aside that the outside will never take, so that those behind it move on. It is kept for a person to look at.</summary>
    /// <returns>False when it was not waiting.</returns>
    public StorageResult<bool> Park(long id, string reason, DateTimeOffset at) => Attempt.At(path, () =>
    {
        park.Bind(1, Timestamps.ToTicks(at)).Bind(2, reason).Bind(3, id).Run();
        return connection.ChangedRows() == 1;
    });

    /// <summary>How many wait, how many are parked, and the oldest that waits.</summary>
    public StorageResult<OutboxBacklog> Backlog(string channel) => Attempt.At(path, () =>
    {
        using var waiting = new Statement(connection, "SELECT count(*), min(id) FROM outbox WHERE channel = ? AND parked_at IS NULL");
        using var parked = new Statement(connection, "SELECT count(*) FROM outbox WHERE channel = ? AND parked_at IS NOT NULL");
        waiting.Bind(1, channel).Step();
        parked.Bind(1, channel).Step();
        return new OutboxBacklog(waiting.Long(0), parked.Long(0), Oldest(waiting.IsNull(1) ? null : waiting.Long(1)));
    });

    /// <summary>The oldest parked messages.</summary>
    public StorageResult<IReadOnlyList<ParkedMessage>> Parked(string channel, int max) => Attempt.At<IReadOnlyList<ParkedMessage>>(path, () =>
    {
        using var rows = new Statement(
            connection,
            "SELECT id, topic, payload, content_type, sequence, enqueued_at, parked_reason, parked_at FROM outbox "
            + "WHERE channel = ? AND parked_at IS NOT NULL ORDER BY id LIMIT ?");
        rows.Bind(1, channel).Bind(2, max);
        var parked = new List<ParkedMessage>();
        while (rows.Step())
        {
            parked.Add(new ParkedMessage(Message(rows, channel), rows.Text(6), Timestamps.FromTicks(rows.Long(7))));
        }

        return parked;
    });

    /// <summary>Forgets the parked messages of a channel up to and including an id. What they told of stays in the journal.</summary>
    /// <returns>How many there were.</returns>
    public StorageResult<int> ClearParked(string channel, long throughId) => Attempt.At(path, () =>
    {
        using var clear = new Statement(connection, "DELETE FROM outbox WHERE channel = ? AND id <= ? AND parked_at IS NOT NULL");
        clear.Bind(1, channel).Bind(2, throughId).Run();
        return connection.ChangedRows();
    });

    public void Dispose()
    {
        peek.Dispose();
        markThrough.Dispose();
        park.Dispose();
        connection.Dispose();
    }

    private static OutboxMessage Message(Statement row, string channel) => new(
        row.Long(0),
        new OutboxDraft(channel, row.Text(1), row.Bytes(2).ToArray(), row.Text(3), row.Long(4)),
        Timestamps.FromTicks(row.Long(5)));

    private DateTimeOffset? Oldest(long? id)
    {
        if (id is null)
        {
            return null;
        }

        using var enqueued = new Statement(connection, "SELECT enqueued_at FROM outbox WHERE id = ?");
        return enqueued.Bind(1, id).Step() ? Timestamps.FromTicks(enqueued.Long(0)) : null;
    }
}
