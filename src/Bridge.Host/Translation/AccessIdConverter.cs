using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Policy;

namespace Bridge.Host.Translation;

public sealed class AccessIdConverter : JsonConverter<AccessId>
{
    public override AccessId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, AccessId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
}
