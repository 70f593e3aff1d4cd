using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bridge.Journal.Records;

/// <summary>The body of an entry: sorted names, no whitespace.</summary>
internal static class CanonicalText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SortedDictionary<string, object> fields) => JsonSerializer.Serialize(fields, Plain);
}
