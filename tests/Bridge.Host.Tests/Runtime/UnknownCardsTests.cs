using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

/// <summary>What the office is offered are cards that the engine refused because nobody holds them, once that is in the journal.</summary>
public sealed class UnknownCardsTests
{
    private static readonly CredentialData UnknownPin = new CredentialData.Pin("9351");

    public static TheoryData<string, bool, bool, int, string> Reads => new()
    {
        { "unknown", false, false, 1, "somebody holds a new card to a reader" },
        { "unknown", true, false, 0, "it waited in its reader: who held it may be gone" },
        { "unknown", false, true, 0, "the journal has nothing of it" },
        { "known", false, false, 0, "it is somebody's" },
        { "pin", false, false, 0, "digits are given to nobody because they were tried" },
    };

    [Theory, MemberData(nameof(Reads))]
    public void OnlyARefusedCardThatIsInTheJournalIsOffered(string what, bool queued, bool diskFails, int offered, string why)
    {
        using var bench = EngineBench.Running();
        using var blocked = diskFails ? bench.BreakDisk() : null;
        bench.Present(Tower.Lobby, what switch { "unknown" => Residents.Unknown, "pin" => UnknownPin, _ => Residents.Card }, queued);
        bench.Engine.TakeTurn();
        Assert.True(offered == bench.Unknown.Recent.Count, why);
    }

    [Fact]
    public void ACardIsOneRowHoweverOftenItIsShownAndTheOldestMakeRoom()
    {
        using var bench = EngineBench.Running();
        bench.Present(Tower.Lobby, Residents.Unknown);
        bench.Engine.TakeTurn();
        var first = Assert.Single(bench.Unknown.Recent);
        bench.Time.Advance(TimeSpan.FromSeconds(90));
        bench.Present(Tower.Lobby, Residents.Unknown);
        bench.Engine.TakeTurn();
        var again = Assert.Single(bench.Unknown.Recent);
        Assert.Equal((first.Id, TimeSpan.Zero), (again.Id, bench.Unknown.AgeOf(again)));

        for (byte number = 0; number < 20; number++)
        {
            bench.Present(Tower.Lobby, new CredentialData.Card(new byte[] { 0x77, number, 0, 0 }, 26));
        }

        bench.Engine.TakeTurn();
        Assert.Equal((20, null), (bench.Unknown.Recent.Count, bench.Unknown.Find(first.Id)));
    }
}
