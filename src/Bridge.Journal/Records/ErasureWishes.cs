using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>The wishes for erasure that wait, beside the records that they name. May be used from any thread: each call has a connection of its own.</summary>
public sealed class ErasureWishes(PersonVaultOptions options)
{
    /// <summary>The oldest first.</summary>
    public StorageResult<IReadOnlyList<StoredWish>> All() => Attempt.At<IReadOnlyList<StoredWish>>(options.Journal, () =>
    {
        using var reading = SqliteFile.OpenForReading(options.Journal, options.LockWait);
        using var rows = new Statement(reading, "SELECT id, records, ground, asked_by, asked_at FROM erasure_wish ORDER BY asked_at, id");
        var wishes = new List<StoredWish>();
        while (rows.Step())
        {
            wishes.Add(new StoredWish(rows.Text(0), Numbers(rows.Text(1)), rows.Text(2), rows.Text(3), Timestamps.FromTicks(rows.Long(4))));
        }

        return wishes;
    });

    /// <summary>It is on disk when this returns.</summary>
    public StorageResult<bool> Add(StoredWish wish) => Written(writing =>
    {
        using var insert = new Statement(writing, "INSERT INTO erasure_wish (id, records, ground, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)");
        insert.Bind(1, wish.Id).Bind(2, string.Join(" ", wish.Records)).Bind(3, wish.Ground).Bind(4, wish.AskedBy).Bind(5, Timestamps.ToTicks(wish.AskedAt)).Run();
        return true;
    });

    /// <summary>False when there is no such wish any more.</summary>
    public StorageResult<bool> Remove(string id) => Written(writing =>
    {
        using var delete = new Statement(writing, "DELETE FROM erasure_wish WHERE id = ?");
        delete.Bind(1, id).Run();
        return writing.ChangedRows() > 0;
    });

    private static IReadOnlyList<RecordNumber> Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RecordNumber.TryParse).OfType<RecordNumber>()];

    private StorageResult<bool> Written(Func<SqliteConnection, bool> work) => Attempt.At(options.Journal, () =>
    {
        using var writing = SqliteFile.OpenForWriting(options.Journal, options.LockWait, options.Synchronous, eraseDeleted: true);
        return work(writing);
    });
}
