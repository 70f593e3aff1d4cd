using System.Text.Json.Nodes;
using Bridge.Host.Translation;
using Bridge.Policy;

namespace Bridge.Host.Tests.Configuration;

/// <summary>What other systems are told of the kinds of event is what there is.</summary>
public sealed class EventKindsTests
{
    private static readonly string[] Kinds = [.. Enum.GetValues<EventKind>().Select(EventTranslation.KindName)];

    [Fact]
    public void TheSchemaHasEveryKindAndNoOther()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "mqtt", "schemas", "event.schema.json")))!;
        var types = schema["properties"]!["type"]!["enum"]!.AsArray().Select(type => type!.GetValue<string>());
        Assert.Equal(Kinds.Select(kind => $"accessbridge.{kind}.v1").Order(StringComparer.Ordinal), types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheGuideNamesEveryKind()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "mqtt", "README.md"));
        var kinds = guide[guide.IndexOf("### Kinds", StringComparison.Ordinal)..];
        Assert.All(Kinds, kind => Assert.Contains($"`{kind}`", kinds, StringComparison.Ordinal));
    }
}
