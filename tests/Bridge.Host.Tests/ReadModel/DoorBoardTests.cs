using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Host.Tests.ReadModel;

/// <summary>The picture of the doors on the whole graph as it is wired, with nothing started.</summary>
public sealed class DoorBoardTests
{
    [Fact]
    public async Task AHungEngineLooksHung()
    {
        using var folder = new TestFolder();
        var time = new JumpingTime();
        var site = Good.Sample() with { DataDirectory = folder.Path };
        site.Paths.Prepare();
        using var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), time)).Store;
        using var register = Assert.IsType<RegisterOpened.Open>(
            CredentialRegister.Open(new RegisterOptions(site.Paths.Register, site.Paths.Pepper, site.Site))).Register;
        await using var bridge = BridgeGraph.Build(site, store, register, new DeafChannel(), time, NullLoggerFactory.Instance);
        var first = bridge.Board.Current.ObservedAt;

        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(first, bridge.Board.Current.ObservedAt);

        bridge.Parts.Queue.TryOffer(new EngineItem.Asked(time.GetTimestamp(), at => new PolicyInput.Tick(at)));
        bridge.Parts.Engine.TakeTurn();
        Assert.Equal(first.AddSeconds(30), bridge.Board.Current.ObservedAt);
    }
}
