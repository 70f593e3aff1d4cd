using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Host.Translation;

public sealed class NumberIdentifierConverter<T>(Func<long, T> create, Func<T, long> number) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => create(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(number(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? create(read)
            : throw new JsonException("An identifier is not a number.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(number(value).ToString(CultureInfo.InvariantCulture));
}
