using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

/// <summary>The ticker tells an engine that is behind once, not twenty times a second.</summary>
public sealed class TickerTests
{
    [Fact]
    public void NoTickIsAddedWhileOneWaits()
    {
        using var bench = EngineBench.Running();
        var ticker = new Ticker(bench.Monitor, bench.Queue, bench.Clock, bench.Time);
        for (var round = 1; round <= 3; round++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(2));
            ticker.Look();
            ticker.Look();
            ticker.Look();
            Assert.True(bench.Queue.Waiting == 1, $"round {round}: {bench.Queue.Waiting} wait");
            bench.Engine.TakeTurn();
        }
    }
}
