using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>
/// A list that was cut off, or that lost a column, is still a good list: it removes people. So many at once have to be meant.
/// </summary>
internal static class RemovalLimit
{
    /// <summary>Of the holders that are there, and of their cards and PINs.</summary>
    public const int Percent = 20;

    /// <summary>Somebody with a new PIN loses the old one: of credentials only those count for which no new one comes.</summary>
    public static bool IsExceeded(ImportCounts holders, ImportCounts credentials) =>
        Exceeds(holders.Removed, holders) || Exceeds(credentials.Removed - credentials.Added, credentials);

    /// <summary>Of one list.</summary>
    public static bool IsExceeded(ImportCounts rows) => Exceeds(rows.Removed, rows);

    private static bool Exceeds(int gone, ImportCounts counts) =>
        (long)gone * 100 > (long)Percent * (counts.Changed + counts.Unchanged + counts.Removed);
}
