using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Policy.Tests.Support;

/// <summary>A state as text: equal text, equal state. Records compare their dictionaries by reference, text does not.</summary>
static class Snapshot
{
    static readonly JsonSerializerOptions Options = new()
    {
        Converters =
        {
            new Identifiers<DoorId>(t => new(t)),
            new Identifiers<AccessPointId>(t => new(t)),
            new Identifiers<AccessLevelId>(t => new(t)),
            new Identifiers<ScheduleId>(t => new(t)),
            new Identifiers<FireInputId>(t => new(t)),
            new Identifiers<CredentialId>(t => new(t)),
            new JsonStringEnumConverter(),
        },
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Back<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    // System.Text.Json takes only its own key types in dictionaries.
    sealed class Identifiers<T>(Func<string, T> make) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            make(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString()!);
    }
}
