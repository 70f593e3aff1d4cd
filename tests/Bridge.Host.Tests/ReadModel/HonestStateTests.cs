using System.Text;
using Bridge.Console.Doors;
using Bridge.Devices;
using Bridge.Host.ReadModel;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;

namespace Bridge.Host.Tests.ReadModel;

/// <summary>What was never read is not shown as if it were well.</summary>
public sealed class HonestStateTests
{
    [Fact]
    public void FireIsUnknownUntilEveryInputWasRead()
    {
        using var bench = EngineBench.Running();
        Assert.Equal(FireIndication.Quiet, DoorBoard.Fire(bench.State));
        using var second = bench.AfterACrash();
        second.Ask(at => new PolicyInput.BridgeStarted(at));
        second.Engine.TakeTurn();
        Assert.Equal(FireIndication.Unknown, DoorBoard.Fire(second.State));
        second.Sense(Tower.FirePoint, PointReading.Off);
        second.Engine.TakeTurn();
        Assert.Equal(FireIndication.Quiet, DoorBoard.Fire(second.State));
        second.Sense(Tower.FirePoint, PointReading.On);
        second.Engine.TakeTurn();
        Assert.Equal(FireIndication.Alarm, DoorBoard.Fire(second.State));
    }

    // After each reading in turn, what other systems are told.
    [Fact]
    public void TamperIsToldAsItIsKnown()
    {
        using var bench = EngineBench.Running();
        Assert.Equal("unknown", Tamper(bench));
        (PointReading Reading, string Told, string Why)[] readings =
        [
            (PointReading.Off, "normal", "seen"),
            (PointReading.Unknown, "unknown", "cannot be read"),
            (PointReading.On, "tampered", "opened"),
            (PointReading.Unknown, "tampered", "an alarm stands until the input is seen normal"),
            (PointReading.Off, "normal", "shut again"),
            (PointReading.Fault, "tampered", "a cut loop is what the loop is for"),
        ];
        foreach (var (reading, told, why) in readings)
        {
            bench.Sense(Tower.Point(Tower.Office, "tamper"), reading);
            bench.Engine.TakeTurn();
            Assert.True(Tamper(bench) == told, $"{why}: {Tamper(bench)}");
        }
    }

    [Fact]
    public void ADoorWithoutTheInputIsNotMonitored()
    {
        using var bench = EngineBench.Running();
        var office = Tower.Rules.Doors[Tower.Office] with { HasTamper = false };
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, Tower.Rules with { Doors = Tower.Rules.Doors.SetItem(Tower.Office, office) }));
        bench.Engine.TakeTurn();
        Assert.Equal("notMonitored", Tamper(bench));
    }

    private static string? Tamper(EngineBench bench)
    {
        var payload = StateTranslation.Door("tower", bench.Monitor.Current, Tower.Office)
            .Single(state => state.Topic == MqttTopics.DoorState("tower", Tower.Office.Value)).Payload;
        return System.Text.Json.Nodes.JsonNode.Parse(Encoding.UTF8.GetString(payload.Span))!["tamper"]!["state"]!.GetValue<string>();
    }
}
