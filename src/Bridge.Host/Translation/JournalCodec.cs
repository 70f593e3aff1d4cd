using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Translation;

/// <summary>
/// The journal's JSON: inputs, events and snapshots. The order of members is the order of declaration and nothing is indented, so equal values have
/// equal bytes.
/// </summary>
public static class JournalCodec
{
    private static readonly Type[] ClosedHierarchies =
        [typeof(PolicyInput), typeof(CaseAct), typeof(RequestAct), typeof(GateAct), typeof(TourAct), typeof(AlertAct), typeof(AlarmAct)];

    private static readonly JsonSerializerOptions Options = CreateOptions();

    public static string Encode(PolicyInput input) => JsonSerializer.Serialize(input, Options);

    public static string Encode(BuildingEvent announced) => JsonSerializer.Serialize(announced, Options);

    public static string Encode(BuildingState state) => JsonSerializer.Serialize(state, Options);

    public static PolicyInput DecodeInput(string body) =>
        JsonSerializer.Deserialize<PolicyInput>(body, Options) ?? throw new JsonException("The entry holds no input.");

    public static BuildingEvent DecodeEvent(string body) =>
        JsonSerializer.Deserialize<BuildingEvent>(body, Options) ?? throw new JsonException("The entry holds no event.");

    public static BuildingState DecodeState(string snapshot) =>
        JsonSerializer.Deserialize<BuildingState>(snapshot, Options) ?? throw new JsonException("The snapshot holds no state.");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            // The journal is a file, not a page: CJK text stays readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddInputKinds } },
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new IdentifierConverterFactory());
        return options;
    }

    // These hierarchies are closed: their nested records are all there is, and their names are the journal's kinds.
    private static void AddInputKinds(JsonTypeInfo type)
    {
        if (!ClosedHierarchies.Contains(type.Type))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "kind",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var nested in type.Type.GetNestedTypes())
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(nested, nested.Name));
        }
    }
}
