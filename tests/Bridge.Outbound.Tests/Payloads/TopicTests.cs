using Bridge.Outbound.Mqtt;

namespace Bridge.Outbound.Tests.Payloads;

public sealed class TopicTests
{
    [Fact]
    public void They_are_what_the_documentation_says()
    {
        Assert.Equal("ab/v1/tower-1/bridge/availability", MqttTopics.BridgeAvailability("tower-1"));
        Assert.Equal("ab/v1/tower-1/bridge/event/fireAlarm", MqttTopics.BridgeEvent("tower-1", "fireAlarm"));
        Assert.Equal("ab/v1/tower-1/door/d1/event/door-opened", MqttTopics.DoorEvent("tower-1", "d1", "door-opened"));
        Assert.Equal("ab/v1/tower-1/door/d1/state", MqttTopics.DoorState("tower-1", "d1"));
        Assert.Equal("ab/v1/tower-1/door/d1/availability", MqttTopics.DoorAvailability("tower-1", "d1"));
    }

    [Theory]
    [InlineData("ab", "too short")]
    [InlineData("Tower", "upper case")]
    [InlineData("tower/2", "leaves its place")]
    [InlineData("tower+", "a wildcard")]
    [InlineData("#", "a wildcard")]
    [InlineData("tower 1", "a space")]
    [InlineData("tower-1\n", "a line end")]
    [InlineData("大堂大堂", "not ASCII: not every broker's acl file can hold it")]
    [InlineData("a123456789012345678901234567890123", "too long")]
    [InlineData("", "empty")]
    public void A_site_that_would_be_trouble_is_refused(string site, string why)
    {
        Assert.False(MqttTopics.IsSite(site), why);
        Assert.Throws<ArgumentException>(() => MqttTopics.BridgeAvailability(site));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a/b", "two levels")]
    [InlineData("+", "a wildcard")]
    [InlineData("#", "a wildcard")]
    [InlineData("$SYS", "the broker's own")]
    [InlineData("a\0", "NUL")]
    [InlineData("a\n", "a line end")]
    public void A_door_or_kind_that_would_be_trouble_is_refused(string name, string why)
    {
        Assert.False(MqttTopics.IsSegment(name), why);
        Assert.Throws<ArgumentException>(() => MqttTopics.DoorState("tower-1", name));
        Assert.Throws<ArgumentException>(() => MqttTopics.DoorEvent("tower-1", "d1", name));
        Assert.Throws<ArgumentException>(() => MqttTopics.BridgeEvent("tower-1", name));
    }
}
