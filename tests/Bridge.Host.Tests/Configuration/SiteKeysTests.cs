using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridge.Host.Configuration;
using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Tests.Configuration;

/// <summary>The loader, the schema and the sample know the same keys; and a key that is known is read.</summary>
public sealed partial class SiteKeysTests
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<string> Shapes => [.. SiteShapes.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TheSchemaHasTheSameKeysEachWithADescription(string name)
    {
        var shape = SiteShapes.All.Single(shape => shape.Name == name);
        var definition = JsonNode.Parse(File.ReadAllText(RepositoryFiles.Schema))!["$defs"]![name]!;
        Assert.Equal(shape.Keys.Order(), definition["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.False(definition["additionalProperties"]!.GetValue<bool>());
        Assert.All(definition["properties"]!.AsObject(), property => Assert.NotEmpty(property.Value!["description"]!.GetValue<string>()));
    }

    [Fact]
    public void TheSchemaHasNoOtherObjects()
    {
        var definitions = JsonNode.Parse(File.ReadAllText(RepositoryFiles.Schema))!["$defs"]!.AsObject();
        Assert.Equal(
            SiteShapes.All.Select(shape => shape.Name).Order(),
            definitions.Where(definition => definition.Value!["properties"] is not null).Select(definition => definition.Key).Order());
    }

    [Fact]
    public void TheSampleShowsEveryKeyAndNoOther()
    {
        var text = File.ReadAllText(RepositoryFiles.Sample);
        var site = Good.Load(RepositoryFiles.Sample);
        string[] names =
        [
            .. site.Lines.Select(line => line.Line.Value), .. site.Lines.SelectMany(line => line.Devices).Select(device => device.Device.Value),
            .. site.Rules.Doors.Keys.Select(door => door.Value), .. site.Rules.Schedules.Keys.Select(schedule => schedule.Value),
            .. site.Rules.AccessLevels.Keys.Select(level => level.Value), .. site.Rules.FireInputs.Select(input => input.Value), "outside", "annex", "gate", "gate-reader",
            "call-line", "call-station", "front", "rooftop", "1203", "1204", "a",
        ];
        var shown = Key().Matches(text).Select(match => match.Groups[1].Value).Distinct().Except(names);
        Assert.Equal(SiteShapes.All.SelectMany(shape => shape.Keys).Distinct().Order(), shown.Order());
    }

    [Fact]
    public void EveryKeyIsReadSoThatNonsenseInItIsAnErrorThere()
    {
        var tried = 0;
        foreach (var text in new[] { File.ReadAllText(RepositoryFiles.Sample), SampleWithOwnBroker() })
        {
            foreach (var path in PathsOf(JsonNode.Parse(text, documentOptions: Commented)!))
            {
                var site = JsonNode.Parse(text, documentOptions: Commented)!;
                var broken = Find(site, path);
                broken.ReplaceWith(new JsonArray(new JsonArray(1)));
                var result = ConfigurationLoader.Read(RepositoryFiles.Sample, System.Text.Encoding.UTF8.GetBytes(site.ToJsonString()));
                var refused = Assert.IsType<LoadResult.Refused>(result);
                Assert.Contains(refused.Errors, error => error.Path.StartsWith(path, StringComparison.Ordinal));
                tried++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} values replaced, each reported at its place");
        Assert.InRange(tried, 100, int.MaxValue);
    }

    private static string SampleWithOwnBroker() => Good.Replace(
        File.ReadAllText(RepositoryFiles.Sample),
        """{ "broker": "embedded", "port": 1883, "maxInFlight": 20 }""",
        """
        { "broker": { "host": "mqtt.example.org", "port": 8883, "tls": true, "caFile": "a", "certificateFile": "b", "keyFile": "c", "userName": "d", "passwordFile": "e" } }
        """);

    private static IEnumerable<string> PathsOf(JsonNode node) => node switch
    {
        JsonObject properties => properties.Where(property => property.Key != "$schema").SelectMany(property => PathsOf(property.Value!).Prepend(property.Value!.GetPath())),
        _ => [],
    };

    private static JsonNode Find(JsonNode root, string path) => root.AsObject().SelectMany(All).Single(node => node.GetPath() == path);

    private static IEnumerable<JsonNode> All(KeyValuePair<string, JsonNode?> property) =>
        property.Value is JsonObject node ? node.SelectMany(All).Prepend(node) : [property.Value!];

    [GeneratedRegex("\"([^\"\n]+)\"\\s*:")]
    private static partial Regex Key();
}
