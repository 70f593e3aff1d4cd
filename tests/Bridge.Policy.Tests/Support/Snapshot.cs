using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Policy.Calls;

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
            new Identifiers<LobbyId>(t => new(t)),
            new Identifiers<PanelId>(t => new(t)),
            new Identifiers<AnnouncementId>(t => new(t)),
            new Identifiers<TourId>(t => new(t)),
            new Identifiers<HouseholdId>(t => new(t)),
            new Identifiers<ResidentId>(t => new(t)),
            new Identifiers<CaseId>(t => new(Number(t))),
            new Identifiers<AlarmId>(t => new(Number(t))),
            new Identifiers<AlertId>(t => new(Number(t))),
            new Identifiers<CallKey>(t => new(new(t.Split('/', 2)[0]), new(t.Split('/', 2)[1]))),
            new JsonStringEnumConverter(),
        },
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Back<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

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
