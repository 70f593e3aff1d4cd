using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bridge.Journal.Records;

/// <summary>A person's fields as canonical JSON: names sorted by their bytes, nothing that is missing, no whitespace.</summary>
internal static class PersonText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Encode(PersonFields fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Named(fields).Where(field => field.Value is not null))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static PersonFields Decode(ReadOnlySpan<byte> canonical)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(canonical) ?? [];
        return new PersonFields
        {
            ClaimedName = values.GetValueOrDefault("claimedName"),
            DocumentLast4 = values.GetValueOrDefault("documentLast4"),
            DocumentType = values.GetValueOrDefault("documentType"),
            Goods = values.GetValueOrDefault("goods"),
            HostName = values.GetValueOrDefault("hostName"),
            Name = values.GetValueOrDefault("name"),
            Organisation = values.GetValueOrDefault("organisation"),
            Phone = values.GetValueOrDefault("phone"),
            Purpose = values.GetValueOrDefault("purpose"),
            Reason = values.GetValueOrDefault("reason"),
            Text = values.GetValueOrDefault("text"),
        };
    }

    private static IEnumerable<(string Name, string? Value)> Named(PersonFields fields) =>
    [
        ("claimedName", fields.ClaimedName),
        ("documentLast4", fields.DocumentLast4),
        ("documentType", fields.DocumentType),
        ("goods", fields.Goods),
        ("hostName", fields.HostName),
        ("name", fields.Name),
        ("organisation", fields.Organisation),
        ("phone", fields.Phone),
        ("purpose", fields.Purpose),
        ("reason", fields.Reason),
        ("text", fields.Text),
    ];
}
