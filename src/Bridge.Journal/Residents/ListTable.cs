using Bridge.Journal.Storage;

namespace Bridge.Journal.Residents;

/// <summary>How one list lies in its table.</summary>
/// <param name="Columns">The first <paramref name="KeyLength"/> of them tell the row; the others may change.</param>
/// <param name="Values">Text, whole numbers or null, in the order of the columns.</param>
internal sealed record ListTable<T>(ResidentList List, string Table, IReadOnlyList<string> Columns, int KeyLength, Func<T, object?[]> Values, Func<Statement, T> Read)
{
    public string Select { get; } = $"SELECT {string.Join(", ", Columns)} FROM {Table}";

    public string WhereKey { get; } = " WHERE " + string.Join(" AND ", Columns.Take(KeyLength).Select(column => $"{column} = ?"));

    public string Upsert { get; } =
        $"INSERT INTO {Table} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))}) "
        + $"ON CONFLICT ({string.Join(", ", Columns.Take(KeyLength))}) DO UPDATE SET "
        + string.Join(", ", Columns.Skip(KeyLength).Select(column => $"{column} = excluded.{column}"));

    /// <summary>What the history calls the row.</summary>
    public static string Subject(IEnumerable<object?> key) => string.Join('/', key);

    public object?[] Key(T row) => Values(row)[..KeyLength];
}
