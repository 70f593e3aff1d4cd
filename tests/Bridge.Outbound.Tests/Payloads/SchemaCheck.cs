using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bridge.Outbound.Tests.Payloads;

/// <summary>
/// The part of JSON Schema 2020-12 that our schemas use. A keyword that it does not know is an error, so that no rule of a schema is
/// skipped silently.
/// </summary>
public sealed class SchemaCheck(string folder)
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "title", "description", "$defs"];

    /// <returns>What is wrong, each with its place; empty: valid.</returns>
    public IReadOnlyList<string> Check(string schemaFile, JsonElement value)
    {
        List<string> faults = [];
        JsonElement root = Load(schemaFile);
        Check(root, root, value, "$", faults);
        return faults;
    }

    private JsonElement Load(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        return document.RootElement.Clone();
    }

    private void Check(JsonElement root, JsonElement schema, JsonElement value, string place, List<string> faults)
    {
        foreach (JsonProperty rule in schema.EnumerateObject().Where(rule => !Notes.Contains(rule.Name)))
        {
            switch (rule.Name)
            {
                case "$ref":
                    Follow(root, rule.Value.GetString()!, value, place, faults);
                    break;
                case "allOf":
                    foreach (JsonElement part in rule.Value.EnumerateArray())
                    {
                        Check(root, part, value, place, faults);
                    }

                    break;
                case "items":
                    foreach (var (index, element) in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Index() : [])
                    {
                        Check(root, rule.Value, element, $"{place}[{index}]", faults);
                    }

                    break;
                case "properties":
                    foreach (JsonProperty member in rule.Value.EnumerateObject().Where(_ => value.ValueKind == JsonValueKind.Object))
                    {
                        if (value.TryGetProperty(member.Name, out JsonElement inner))
                        {
                            Check(root, member.Value, inner, $"{place}.{member.Name}", faults);
                        }
                    }

                    break;
                default:
                    if (Concerns(rule.Name, value.ValueKind) && !Holds(rule, schema, value))
                    {
                        faults.Add($"{place}: {rule.Name} {rule.Value.GetRawText()} does not hold for {value.GetRawText()}");
                    }

                    break;
            }
        }
    }

    private void Follow(JsonElement root, string reference, JsonElement value, string place, List<string> faults)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            JsonElement other = Load(reference);
            Check(other, other, value, place, faults);
            return;
        }

        JsonElement target = reference[2..].Split('/').Aggregate(root, (node, name) => node.GetProperty(name));
        Check(root, target, value, place, faults);
    }

    /// <summary>A rule for texts says nothing about a number: "type" does.</summary>
    private static bool Concerns(string keyword, JsonValueKind kind) => keyword switch
    {
        "required" or "additionalProperties" => kind == JsonValueKind.Object,
        "pattern" or "format" or "minLength" or "maxLength" => kind == JsonValueKind.String,
        "minimum" or "maximum" => kind == JsonValueKind.Number,
        _ => true,
    };

    private static bool Holds(JsonProperty rule, JsonElement schema, JsonElement value) => rule.Name switch
    {
        "type" => rule.Value.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            string other => throw new NotSupportedException($"type {other}"),
            null => false,
        },
        "const" => JsonElement.DeepEquals(rule.Value, value),
        "enum" => rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "required" => rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "additionalProperties" => value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
        "pattern" => Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.ECMAScript),
        "format" => rule.Value.GetString() == "date-time" && IsTimestamp(value.GetString()!),
        "minLength" => value.GetString()!.Length >= rule.Value.GetInt32(),
        "maxLength" => value.GetString()!.Length <= rule.Value.GetInt32(),
        "minimum" => value.GetInt64() >= rule.Value.GetInt64(),
        "maximum" => value.GetInt64() <= rule.Value.GetInt64(),
        _ => throw new NotSupportedException($"The checker does not know the keyword {rule.Name}."),
    };

    /// <summary>RFC 3339: a date, a time and an offset.</summary>
    private static bool IsTimestamp(string text) =>
        Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ECMAScript)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
