using System.Text.Json;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

/// <summary>When it happened, and when the bridge learned of it: two times, and neither is that of the disk.</summary>
public sealed class EventTimeTests
{
    [Theory]
    [InlineData(0, false, "told as it happens")]
    [InlineData(4, false, "it waited in the reader")]
    [InlineData(4, true, "it waited in the reader, and then the disk failed")]
    public void AnEventCarriesTheTimeOfTheReadAndOfItsArrival(int age, bool brokenDisk, string why)
    {
        using var bench = EngineBench.Running();
        var told = bench.Outbox().Count;
        var arrival = bench.Time.GetUtcNow();
        var disk = brokenDisk ? bench.BreakDisk() : null;
        bench.Present(Tower.Lobby, age: TimeSpan.FromSeconds(age));
        bench.Engine.TakeTurn();
        if (disk is not null)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            disk.Dispose();
            bench.Engine.TakeTurn();
        }

        using var granted = JsonDocument.Parse(
            bench.Outbox().Skip(told).Single(message => message.Draft.Topic.EndsWith("/accessGranted", StringComparison.Ordinal)).Draft.Payload);
        DateTimeOffset Time(string name) => granted.RootElement.GetProperty(name).GetDateTimeOffset();
        Assert.True(Time("occurredat") == arrival.AddSeconds(-age), $"{why}: {Time("occurredat")}");
        Assert.True(Time("receivedat") == arrival, $"{why}: {Time("receivedat")}");
        Assert.Equal(Time("occurredat"), Time("time"));
    }
}
