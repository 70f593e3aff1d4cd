using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Policy;

namespace Bridge.Host.Translation;

/// <summary>Identifiers are written as the text or number they hold, also as keys.</summary>
public sealed class IdentifierConverterFactory : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(DoorId)] = new TextIdentifierConverter<DoorId>(text => new DoorId(text), id => id.Value),
        [typeof(AccessPointId)] = new TextIdentifierConverter<AccessPointId>(text => new AccessPointId(text), id => id.Value),
        [typeof(FireInputId)] = new TextIdentifierConverter<FireInputId>(text => new FireInputId(text), id => id.Value),
        [typeof(CredentialId)] = new TextIdentifierConverter<CredentialId>(text => new CredentialId(text), id => id.Value),
        [typeof(HolderId)] = new TextIdentifierConverter<HolderId>(text => new HolderId(text), id => id.Value),
        [typeof(AccessLevelId)] = new TextIdentifierConverter<AccessLevelId>(text => new AccessLevelId(text), id => id.Value),
        [typeof(ScheduleId)] = new TextIdentifierConverter<ScheduleId>(text => new ScheduleId(text), id => id.Value),
        [typeof(ActorId)] = new TextIdentifierConverter<ActorId>(text => new ActorId(text), id => id.Value),
        [typeof(AccessId)] = new AccessIdConverter(),
    };

    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];
}
