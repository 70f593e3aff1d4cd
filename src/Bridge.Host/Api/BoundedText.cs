using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Host.Api;

/// <summary>No text that somebody sends is longer than anybody reads: it lies in the journal's vault, in every picture of a desk and in every export afterwards.</summary>
internal sealed class BoundedText : JsonConverter<string>
{
    public const int Longest = 2000;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        return reader.GetString() is { Length: <= Longest } text ? text : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
