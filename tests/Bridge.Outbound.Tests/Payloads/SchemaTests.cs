using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Deploy;

namespace Bridge.Outbound.Tests.Payloads;

/// <summary>Documentation and program are held to the same schemas.</summary>
public sealed class SchemaTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 7, 31, 4, 112, TimeSpan.FromHours(8));
    private readonly SchemaCheck _check = new(RepositoryFiles.Folder("docs/mqtt/schemas"));

    public static TheoryData<string> Examples => [.. Directory.GetFiles(RepositoryFiles.Folder("docs/mqtt/examples"), "*.json").Select(path => Path.GetFileName(path)!).Order()];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_valid(string example)
    {
        using JsonDocument document = JsonDocument.Parse(RepositoryFiles.Text("docs/mqtt/examples/" + example));
        Assert.Empty(_check.Check(example.Split('.')[0] + ".schema.json", document.RootElement));
    }

    [Fact]
    public void Every_schema_has_examples()
    {
        string[] needed = ["availability", "door-state", "event"];
        Assert.Equal(needed, Examples.Select(row => row.Data.Split('.')[0]).Distinct().Order());
    }

    [Fact]
    public void What_the_program_writes_is_valid()
    {
        EventEnvelope full = new("tower-1", 1, 48210, "accessGranted", At, At.AddMilliseconds(15)) { Subject = "lobby-main", CorrelationId = "1-9127" };
        EventEnvelope bare = new("tower-1", 0, long.MaxValue >> 10, "bridgeStarted", At.ToUniversalTime(), At);
        DoorAspect never = new("notMonitored", null);
        AssertValid("event.schema.json", CloudEvent.Write(full, """{"door":"lobby-main","credential":"c-20417"}"""u8));
        AssertValid("event.schema.json", CloudEvent.Write(bare, "{}"u8));
        AssertValid("availability.schema.json", AvailabilityPayload.BridgeOffline);
        AssertValid("availability.schema.json", AvailabilityPayload.Bridge(true, At));
        AssertValid("availability.schema.json", AvailabilityPayload.Bridge(true, At, journalWritten: true));
        AssertValid("availability.schema.json", AvailabilityPayload.Bridge(true, At, journalWritten: false));
        AssertValid("availability.schema.json", AvailabilityPayload.Door("d1", false, At));
        AssertValid("door-state.schema.json", Door().Write());
        AssertValid("door-state.schema.json", (Door() with { Fault = new("faultDetected", At), FaultKinds = DoorStatePayload.AllFaultKinds }).Write());
        AssertValid("door-state.schema.json", (Door() with { Contact = never, Lock = never }).Write());
    }

    [Fact]
    public void Written_again_from_its_parts_an_example_comes_out_the_same()
    {
        EventEnvelope envelope = new("tower-1", 1, 48210, "accessGranted", At, At.AddMilliseconds(15)) { Subject = "lobby-main", CorrelationId = "1-9127" };
        ReadOnlyMemory<byte> written = CloudEvent.Write(envelope, """{"door":"lobby-main","accessPoint":"lobby-main-in","credential":"c-20417"}"""u8);
        AssertSame("event.access-granted.json", written);
        AssertSame("door-state.closed.json", Door().Write());
        AssertSame("availability.bridge-last-will.json", AvailabilityPayload.BridgeOffline);
    }

    [Theory]
    [InlineData("event.access-granted.json", "seq", "\"48210\"", "a number as text")]
    [InlineData("event.access-granted.json", "seq", "-1", "a negative number")]
    [InlineData("event.access-granted.json", "seq", null, "no number at all")]
    [InlineData("event.access-granted.json", "occurredat", "\"2026-03-02 07:31\"", "no offset")]
    [InlineData("event.access-granted.json", "occurredAt", "\"2026-03-02T07:31:04Z\"", "camel case is not for CloudEvents attributes")]
    [InlineData("event.access-granted.json", "id", "\"48210\"", "an id without its site")]
    [InlineData("event.access-granted.json", "data", "{\"holderName\":\"Ms Chen\"}", "a person's name")]
    [InlineData("event.access-granted.json", "data", "{\"cardNumber\":\"0012345678\"}", "a card number")]
    [InlineData("event.access-granted.json", "type", "\"accessbridge.doorExploded.v1\"", "an unknown kind")]
    [InlineData("event.access-denied.json", "data", "{\"reason\":\"because\"}", "an unknown reason")]
    [InlineData("door-state.closed.json", "contact", "{\"state\":\"shut\"}", "an unknown word")]
    [InlineData("door-state.closed.json", "contact", "\"closed\"", "a state without its age")]
    [InlineData("door-state.closed.json", "lock", null, "the lock sensor left out")]
    [InlineData("door-state.closed.json", "fault", "{\"state\":\"faultDetected\",\"kinds\":[\"tired\"]}", "an unknown fault")]
    [InlineData("door-state.closed.json", "schema", "\"accessbridge.door-state.v2\"", "another version")]
    [InlineData("availability.bridge-online.json", "state", "true", "not a word")]
    [InlineData("availability.bridge-online.json", "journal", "\"degraded\"", "an unknown word")]
    public void The_check_notices(string example, string member, string? value, string why)
    {
        JsonObject changed = JsonNode.Parse(RepositoryFiles.Text("docs/mqtt/examples/" + example))!.AsObject();
        changed.Remove(member);
        if (value is not null)
        {
            changed[member] = JsonNode.Parse(value);
        }

        using JsonDocument document = JsonDocument.Parse(changed.ToJsonString());
        Assert.True(_check.Check(example.Split('.')[0] + ".schema.json", document.RootElement).Count > 0, why);
    }

    [Fact]
    public void The_words_of_the_builder_are_those_of_the_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(RepositoryFiles.Text("docs/mqtt/schemas/door-state.schema.json"));
        (string, IReadOnlyList<string>)[] aspects =
        [
            ("mode", DoorStatePayload.ModeStates), ("contact", DoorStatePayload.ContactStates), ("lock", DoorStatePayload.LockStates),
            ("alarm", DoorStatePayload.AlarmStates), ("tamper", DoorStatePayload.TamperStates), ("online", DoorStatePayload.OnlineStates),
        ];
        Assert.All(aspects, aspect => Assert.Equal(
            aspect.Item2,
            schema.RootElement.GetProperty("properties").GetProperty(aspect.Item1).GetProperty("allOf")[1].GetProperty("properties")
                .GetProperty("state").GetProperty("enum").EnumerateArray().Select(word => word.GetString())));
    }

    [Fact]
    public void The_faults_of_the_builder_are_those_of_the_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(RepositoryFiles.Text("docs/mqtt/schemas/door-state.schema.json"));
        JsonElement fault = schema.RootElement.GetProperty("properties").GetProperty("fault").GetProperty("properties");
        Assert.Equal(DoorStatePayload.FaultStates, Words(fault.GetProperty("state")));
        Assert.Equal(DoorStatePayload.AllFaultKinds, Words(fault.GetProperty("kinds").GetProperty("items")));
    }

    [Fact]
    public void The_description_names_every_topic_and_every_schema()
    {
        string description = RepositoryFiles.Text("docs/mqtt/asyncapi.yaml");
        string[] topics =
        [
            MqttTopics.BridgeAvailability("site"), MqttTopics.BridgeEvent("site", "kind"), MqttTopics.DoorEvent("site", "door", "kind"), MqttTopics.LobbyEvent("site", "lobby", "kind"),
            MqttTopics.DoorState("site", "door"), MqttTopics.DoorAvailability("site", "door"),
        ];
        Assert.All(topics, topic => Assert.Contains(
            $"address: {topic.Replace("/site/", "/{site}/", StringComparison.Ordinal).Replace("door/door/", "door/{door}/", StringComparison.Ordinal).Replace("lobby/lobby/", "lobby/{lobby}/", StringComparison.Ordinal).Replace("event/kind", "event/{kind}", StringComparison.Ordinal)}\n",
            description, StringComparison.Ordinal));
        Assert.Equal(topics.Length, description.Split("address: ").Length - 1);
        Assert.All(["event", "door-state", "availability"], name => Assert.Contains($"schemas/{name}.schema.json", description, StringComparison.Ordinal));
        Assert.DoesNotContain("action: receive", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_no_json_does_not_leave()
    {
        EventEnvelope envelope = new("tower-1", 1, 1, "doorOpened", At, At);
        Assert.ThrowsAny<JsonException>(() => CloudEvent.Write(envelope, "{\"door\":"u8));
    }

    private static DoorStatePayload Door() => new()
    {
        Door = "lobby-main",
        Mode = new("locked", At.AddMilliseconds(5028)),
        Contact = new("closed", At.AddMilliseconds(5299)),
        Lock = new("locked", At.AddMilliseconds(5048)),
        Alarm = new("normal", new(2026, 3, 2, 6, 0, 2, TimeSpan.FromHours(8))),
        Tamper = new("normal", new(2026, 3, 2, 6, 0, 2, TimeSpan.FromHours(8))),
        Fault = new("normal", new(2026, 3, 2, 6, 0, 2, TimeSpan.FromHours(8))),
        FaultKinds = [],
        Online = new("online", new(2026, 3, 2, 6, 0, 2, TimeSpan.FromHours(8))),
        ObservedAt = At.AddMilliseconds(5308),
        Epoch = 1,
        Sequence = 48214,
    };

    private static IEnumerable<string?> Words(JsonElement listed) => listed.GetProperty("enum").EnumerateArray().Select(word => word.GetString());

    private void AssertValid(string schema, ReadOnlyMemory<byte> written)
    {
        using JsonDocument document = JsonDocument.Parse(written);
        Assert.Empty(_check.Check(schema, document.RootElement));
    }

    /// <summary>As instants, since 04.112 and 04.1120000 are the same moment.</summary>
    private static void AssertSame(string example, ReadOnlyMemory<byte> written) =>
        Assert.Equal(Plain(RepositoryFiles.Text("docs/mqtt/examples/" + example)), Plain(System.Text.Encoding.UTF8.GetString(written.Span)));

    private static string Plain(string json) => System.Text.RegularExpressions.Regex.Replace(JsonNode.Parse(json)!.ToJsonString(), @"(\.\d*?)0*\\u002B", "$1+");
}
