using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using CsvHelper;

namespace Bridge.Host.Import;

/// <summary>Cuts a CSV file into rows and checks its header.</summary>
internal static class CsvRows
{
    public static IReadOnlyList<CsvRow> Read(ReadOnlyMemory<byte> text, ColumnSet columns, ImportFindings findings)
    {
        var options = new CsvReaderOptions
        {
            // Given, not guessed: access levels hold semicolons, and a guess would cut the rows at them.
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            IncludeValuesInExceptions = false,
        };
        try
        {
            using var reader = CsvReader.Create(text, options);
            return Read(reader, columns, findings);
        }
        catch (CsvFormatException malformed)
        {
            // The library's own message stays away: it may hold a part of the row.
            findings.Error(malformed.LineNumber, null, "the quotes do not match from here on; put a field that holds a comma or a quote in quotes, and double the quotes inside it");
            return [];
        }
    }

    private static List<CsvRow> Read(CsvReader reader, ColumnSet columns, ImportFindings findings)
    {
        if (!reader.Read())
        {
            findings.Error(1, null, $"expected a header with {string.Join(",", columns.All)}, found an empty file");
            return [];
        }

        string[] header = [.. Fields(reader)];
        if (!CheckHeader(header, reader.LineNumber, columns, findings))
        {
            return [];
        }

        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            if (Fields(reader).All(string.IsNullOrWhiteSpace))
            {
                // Spreadsheets leave such rows behind: nothing but commas.
                continue;
            }

            if (reader.FieldCount == header.Length)
            {
                rows.Add(new CsvRow(reader.LineNumber, header.Zip(Fields(reader)).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal)));
            }
            else
            {
                findings.Error(reader.LineNumber, null, $"expected {header.Length} fields as in the header, found {reader.FieldCount}; put a field that holds a comma in quotes");
            }
        }

        if (rows.Count == 0 && !findings.HasErrors)
        {
            findings.Error(1, null, "expected at least one row below the header, found none; an empty import would remove everybody");
        }

        return rows;
    }

    private static bool CheckHeader(string[] header, long line, ColumnSet columns, ImportFindings findings)
    {
        if (header is [var single] && (single.Contains(';', StringComparison.Ordinal) || single.Contains('\t', StringComparison.Ordinal)))
        {
            findings.Error(line, null, "expected commas between the columns, found semicolons or tabs; save the file as comma-separated CSV UTF-8");
            return false;
        }

        if (!header.Any(columns.All.Contains))
        {
            // A row of residents, most likely: nothing of it is repeated.
            findings.Error(line, null, $"expected a header that names the columns ({string.Join(",", columns.Required)} and others), found none of them");
            return false;
        }

        var before = findings.HasErrors;
        foreach (var (index, column) in header.Index().Where(field => !columns.All.Contains(field.Item)))
        {
            var near = NearestName.Find(column, columns.All) is not null;
            findings.Error(
                line,
                near ? Printable.Of(column, 40) : null,
                $"{(near ? "" : $"field {index + 1} of the header: ")}unknown column, {NearestName.Advice(column, columns.All)}; a column that is not understood is not skipped");
        }

        foreach (var twice in header.GroupBy(column => column).Where(group => group.Count() > 1 && columns.All.Contains(group.Key)))
        {
            findings.Error(line, twice.Key, "the column stands in the header twice");
        }

        foreach (var missing in columns.Required.Except(header).Where(_ => header.All(columns.All.Contains)))
        {
            findings.Error(line, missing, "missing in the header; the first line names the columns");
        }

        return !findings.HasErrors || before;
    }

    private static IEnumerable<string> Fields(CsvReader reader)
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            yield return reader.GetString(index);
        }
    }
}
