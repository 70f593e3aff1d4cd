using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Policy;
using Bridge.Policy.Calls;

namespace Bridge.Host.Translation;

/// <summary>Written as panel/call. A panel is named as in the site file, so the first slash is the one between the two.</summary>
public sealed class CallKeyConverter : JsonConverter<CallKey>
{
    public override CallKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, CallKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override CallKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, CallKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static CallKey Parse(string? text)
    {
        var slash = text?.IndexOf('/') ?? -1;
        return slash < 0 ? throw new JsonException("A call is not named as panel/call.") : new(new PanelId(text![..slash]), new CallId(text[(slash + 1)..]));
    }
}
