using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Journal.Residents;

namespace Bridge.Host.Import;

/// <summary>The one way from a CSV file to a list of the register. Reads, and changes nothing.</summary>
public static class ListFile
{
    private const int LongestColumn = 40;
    internal const int LargestFile = 10 * 1024 * 1024;

    public static ListFileResult Load(string path, ResidentList list, TimeZoneInfo zone)
    {
        try
        {
            return new FileInfo(path).Length > LargestFile
                ? new ListFileResult.NotRead($"{path} is larger than 10 MB: it cannot be a list of the register.")
                : Read(path, File.ReadAllBytes(path), list, zone);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new ListFileResult.NotRead($"{path} cannot be read: {failed.Message}");
        }
    }

    /// <param name="path">Named in the findings.</param>
    public static ListFileResult Read(string path, ReadOnlyMemory<byte> content, ResidentList list, TimeZoneInfo zone)
    {
        var findings = new ImportFindings(path);
        if (CsvText.Check(content, findings) is not { } text)
        {
            return new ListFileResult.Refused(findings.InOrder);
        }

        return Read(list, CsvRows.Read(text, ListColumns.Of(list), findings), findings, zone);
    }

    /// <summary>One row by the rules of a file's rows. What is not in it is as a column that the file does not have.</summary>
    public static ListFileResult One(ResidentList list, IReadOnlyDictionary<string, string> columns, TimeZoneInfo zone)
    {
        var findings = new ImportFindings(list.ToString());
        var known = ListColumns.Of(list).All;
        foreach (var unknown in columns.Keys.Where(column => !known.Contains(column)))
        {
            findings.Error(1, Printable.Of(unknown, LongestColumn), $"unknown column, {NearestName.Advice(unknown, known)}");
        }

        return Read(list, [new CsvRow(1, columns.ToDictionary(column => column.Key, column => column.Value.Trim(), StringComparer.Ordinal))], findings, zone);
    }

    private static ListFileResult Read(ResidentList list, IReadOnlyList<CsvRow> rows, ImportFindings findings, TimeZoneInfo zone)
    {
        var fields = new FieldReader(findings);
        var residents = new HouseholdRows(fields, findings);
        var desk = new DeskRows(fields, findings, zone);
        var import = list switch
        {
            ResidentList.Households => new ResidentImport.Households(Values(rows, residents.Household, findings)),
            ResidentList.Members => new ResidentImport.Members(Values(rows, residents.Member, findings)),
            ResidentList.Stations => Stations(rows, residents, findings),
            ResidentList.Leaders => new ResidentImport.Leaders(Values(rows, desk.Leader, findings)),
            ResidentList.Badges => new ResidentImport.Badges(Values(rows, desk.Badge, findings)),
            ResidentList.Passes => new ResidentImport.Passes(Values(rows, desk.Pass, findings)),
            ResidentList.Tours => new ResidentImport.Tours(Values(rows, desk.Tour, findings)),
            ResidentList.Duty => (ResidentImport)new ResidentImport.Duty(Values(rows, desk.Duty, findings)),
        };
        return findings.HasErrors
            ? new ListFileResult.Refused(findings.InOrder)
            : new ListFileResult.Ready(import, [.. rows.Select(row => row.Line)]);
    }

    private static ResidentImport.Stations Stations(IReadOnlyList<CsvRow> rows, HouseholdRows residents, ImportFindings findings)
    {
        var stations = Values(rows, residents.Station, findings);
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (station, row) in stations.Zip(rows))
        {
            if (!first.TryAdd(station.Number, row.Line))
            {
                findings.Error(row.Line, ListColumns.Number, $"the same number stands in line {first[station.Number]}; a yes has to come from one unit");
            }
        }

        return new ResidentImport.Stations(stations);
    }

    private static List<T> Values<T>(IReadOnlyList<CsvRow> rows, Func<CsvRow, ListRow<T>> read, ImportFindings findings)
    {
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        var values = new List<T>(rows.Count);
        foreach (var row in rows.Select(read))
        {
            if (row.Key.Length > 0 && !first.TryAdd(row.Key, row.Line))
            {
                findings.Error(row.Line, null, $"the same row stands in line {first[row.Key]} already; one of the two has to go");
            }

            values.Add(row.Value);
        }

        return values;
    }
}
