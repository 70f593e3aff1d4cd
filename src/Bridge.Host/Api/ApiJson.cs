using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Host.Translation;
using Bridge.Policy;

namespace Bridge.Host.Api;

/// <summary>How the API writes and reads JSON: names of members as text, and nothing that it does not know.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.Converters.Add(new BoundedText());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new TextIdentifierConverter<LobbyId>(text => new LobbyId(text), id => id.Value));
        return options;
    }
}
