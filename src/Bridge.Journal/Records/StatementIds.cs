using Bridge.Journal.Storage;

namespace Bridge.Journal.Records;

internal static class StatementIds
{
    /// <summary>The first column of all rows.</summary>
    public static IReadOnlyList<string> Ids(this Statement rows)
    {
        var ids = new List<string>();
        while (rows.Step())
        {
            ids.Add(rows.Text(0));
        }

        return ids;
    }
}
