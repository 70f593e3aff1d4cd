using Bridge.Journal.Storage;

namespace Bridge.Journal.Records;

/// <summary>The columns that <c>record</c> and <c>record_change</c> share, in one order.</summary>
internal static class RecordColumns
{
    public const string Shared =
        "category, result, consent_kind, consent_by, household, head_count, reference, completed_at, left_at, told, told_at, carried_over, person";

    public const int SharedCount = 13;

    /// <param name="first">The parameter of the category.</param>
    public static Statement Bind(Statement insert, int first, RecordFields fields) => insert
        .Bind(first, fields.Category).Bind(first + 1, fields.Result).Bind(first + 2, fields.ConsentKind).Bind(first + 3, fields.ConsentBy)
        .Bind(first + 4, fields.Household).Bind(first + 5, fields.HeadCount).Bind(first + 6, fields.Reference)
        .Bind(first + 7, Ticks(fields.CompletedAt)).Bind(first + 8, Ticks(fields.LeftAt)).Bind(first + 9, fields.Told)
        .Bind(first + 10, Ticks(fields.ToldAt)).Bind(first + 11, fields.CarriedOver is { } over ? over ? 1 : 0 : null).Bind(first + 12, fields.Person);

    /// <param name="first">The column of the category.</param>
    /// <param name="offset">Minutes east of UTC, for the row's times.</param>
    public static RecordFields Read(Statement row, int first, long offset) => new()
    {
        Category = row.TextOrNull(first),
        Result = row.TextOrNull(first + 1),
        ConsentKind = row.TextOrNull(first + 2),
        ConsentBy = row.TextOrNull(first + 3),
        Household = row.TextOrNull(first + 4),
        HeadCount = row.IsNull(first + 5) ? null : (int)row.Long(first + 5),
        Reference = row.TextOrNull(first + 6),
        CompletedAt = Time(row, first + 7, offset),
        LeftAt = Time(row, first + 8, offset),
        Told = row.TextOrNull(first + 9),
        ToldAt = Time(row, first + 10, offset),
        CarriedOver = row.IsNull(first + 11) ? null : row.Long(first + 11) != 0,
        Person = row.TextOrNull(first + 12),
    };

    private static long? Ticks(DateTimeOffset? time) => time is { } at ? Timestamps.ToTicks(at) : null;

    private static DateTimeOffset? Time(Statement row, int column, long offset) =>
        row.IsNull(column) ? null : Timestamps.FromTicks(row.Long(column), offset);
}
