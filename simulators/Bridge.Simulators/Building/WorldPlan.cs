using System.Text.Json;
using Bridge.Simulators.Intercoms;

namespace Bridge.Simulators.Building;

/// <summary>A building as a file: lines with devices, doors with their wiring, the input of the fire panel, and intercoms of which only contacts can be had.</summary>
public sealed record WorldPlan(IReadOnlyList<LinePlan> Lines, IReadOnlyList<DoorPlan> Doors, string? Fire, IReadOnlyList<ContactIntercomPlan>? Intercoms = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static WorldPlan Parse(string json) =>
        JsonSerializer.Deserialize<WorldPlan>(json, Options) ?? throw new JsonException("The file holds no world.");

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The same world with one line elsewhere: <c>lobby=1502</c> for a port, <c>tower=/tmp/tower</c> for the path of a terminal.</summary>
    public WorldPlan At(string place)
    {
        var (id, where) = place.Split('=', 2) is [var line, var address] ? (line, address) : throw new InvalidWorldException($"{place} is not line=place.");
        if (Lines.All(each => each.Id != id))
        {
            throw new InvalidWorldException($"There is no line {id}; there are {string.Join(", ", Lines.Select(each => each.Id))}.");
        }

        return this with { Lines = [.. Lines.Select(each => each.Id != id ? each : each.Kind is LineKind.Pty or LineKind.OsdpPty or LineKind.IntercomPty ? each with { Path = where } : each with { Port = Port(where) })] };
    }

    private static int Port(string text) =>
        ushort.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var port) ? port : throw new InvalidWorldException($"{text} is not a port.");
}
