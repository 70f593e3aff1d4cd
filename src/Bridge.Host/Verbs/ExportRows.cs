using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bridge.Host.Exporting;
using Bridge.Journal;
using CsvHelper;

namespace Bridge.Host.Verbs;

/// <summary>Writes journal entries as JSON lines, or as CSV whose fields a spreadsheet does not take for formulas.</summary>
internal sealed class ExportRows(TextWriter output, bool csv) : IDisposable
{
    private static readonly string[] Header =
        ["epoch", "sequence", "origin", "kind", "occurred_at", "recorded_at", "door", "correlation", "unjournalled", "body", "hash"];

    private CsvWriter? table;

    public async Task WriteAsync(StoredEntry stored, CancellationToken cancellationToken)
    {
        if (!csv)
        {
            await output.WriteLineAsync(Json(stored).AsMemory(), cancellationToken);
            return;
        }

        if (table is null)
        {
            table = SpreadsheetText.Writer(output);
            table.WriteRecord(Header);
        }

        table.WriteRecord(SpreadsheetText.Row(Fields(stored)));
    }

    public void Dispose() => table?.Dispose();

    private static string[] Fields(StoredEntry stored) =>
    [
        stored.Position.Epoch.ToString(CultureInfo.InvariantCulture),
        stored.Position.Sequence.ToString(CultureInfo.InvariantCulture),
        stored.Entry.Origin.ToString(),
        stored.Entry.Kind,
        Time(stored.Entry.OccurredAt),
        Time(stored.RecordedAt),
        stored.Entry.Door ?? "",
        stored.Entry.Correlation ?? "",
        stored.Entry.Unjournalled ? "yes" : "no",
        stored.Entry.Body,
        Convert.ToHexStringLower(stored.Hash.Span),
    ];

    private static string Json(StoredEntry stored)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", stored.Position.Epoch);
            json.WriteNumber("sequence", stored.Position.Sequence);
            json.WriteString("origin", stored.Entry.Origin.ToString());
            json.WriteString("kind", stored.Entry.Kind);
            json.WriteString("occurredAt", stored.Entry.OccurredAt);
            json.WriteString("recordedAt", stored.RecordedAt);
            json.WriteString("door", stored.Entry.Door);
            json.WriteString("correlation", stored.Entry.Correlation);
            json.WriteBoolean("unjournalled", stored.Entry.Unjournalled);
            json.WriteString("hash", Convert.ToHexStringLower(stored.Hash.Span));

            // As text: exactly the characters that the chain covers, which a parser would not keep.
            json.WriteString("body", stored.Entry.Body);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
