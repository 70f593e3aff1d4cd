using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

/// <summary>The output of a lock is on and nothing asked for it.</summary>
public sealed class FoundReleasedTests
{
    [Fact]
    public void OtherSystemsAreToldUntilItIsOver()
    {
        using var bench = EngineBench.Running();
        Assert.Contains("\"kinds\":[]", State(bench), StringComparison.Ordinal);

        bench.Tell(new DeviceEvent.OutputRead(Tower.Lock(Tower.Office), bench.Now, PointReading.On));
        bench.Engine.TakeTurn();
        Assert.Contains("\"state\":\"faultDetected\"", State(bench), StringComparison.Ordinal);
        Assert.Contains("\"kinds\":[\"lockFoundReleased\"]", State(bench), StringComparison.Ordinal);

        bench.Tell(new DeviceEvent.OutputRead(Tower.Lock(Tower.Office), bench.Now, PointReading.Off));
        bench.Engine.TakeTurn();
        Assert.Contains("\"kinds\":[]", State(bench), StringComparison.Ordinal);
    }

    [Fact]
    public void AnOrderToSecureThatFailsIsLoggedOnceAndSoIsItsReturn()
    {
        using var bench = EngineBench.Running();
        CommandResult answer = new CommandResult.Rejected("exception 4");
        bench.Line.Answer = _ => Task.FromResult(answer);
        bench.Tell(new DeviceEvent.OutputRead(Tower.Lock(Tower.Office), bench.Now, PointReading.On));
        bench.Engine.TakeTurn();
        Again(bench);
        Again(bench);
        Assert.Equal(3, bench.Line.Sent.Count(sent => sent.Command is DeviceCommand.SwitchOff));
        var line = Assert.Single(bench.Log.At(LogLevel.Error));
        Assert.Contains("exception 4", line, StringComparison.Ordinal);

        answer = CommandResult.Confirmed.Instance;
        Again(bench);
        Again(bench);
        Assert.Single(bench.Log.At(LogLevel.Information), told => told.Contains("secure its lock again", StringComparison.Ordinal));
    }

    private static void Again(EngineBench bench)
    {
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        bench.Ask(at => new PolicyInput.Tick(at));
        bench.Engine.TakeTurn();
    }

    private static string State(EngineBench bench) => System.Text.Encoding.UTF8.GetString(
        StateTranslation.Door("tower", bench.Monitor.Current, Tower.Office)
            .Single(state => state.Topic == MqttTopics.DoorState("tower", Tower.Office.Value)).Payload.Span);
}
