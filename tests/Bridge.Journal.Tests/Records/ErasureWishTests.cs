using Bridge.Journal.Records;

namespace Bridge.Journal.Tests.Records;

/// <summary>What somebody asked to be forgotten is still asked for after a restart, and is gone when it was dealt with.</summary>
public sealed class ErasureWishTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Journal => new(folder.File("journal.db"), "tower");

    private ErasureWishes Wishes => new(new PersonVaultOptions(folder.File("journal.db"), folder.File("person-keys.db"), "tower"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_wish_is_there_after_a_restart_and_is_dealt_with_once()
    {
        var first = new StoredWish("w-1", [RecordSome.Visitor(1), RecordSome.Visitor(7)], "request", "demo-off", Some.Morning.ToUniversalTime());
        var second = new StoredWish("w-2", [RecordSome.Visitor(2)], "authority", "demo-sup", Some.Morning.AddMinutes(1).ToUniversalTime());
        using (Some.Open(Journal))
        {
            // The later one first: they come back in the order of asking.
            Assert.True(Wishes.Add(second).Value());
            Assert.True(Wishes.Add(first).Value());
        }

        using var again = Some.Open(Journal);
        var kept = Wishes.All().Value();
        Assert.Equal(["w-1", "w-2"], kept.Select(wish => wish.Id));
        Assert.Equal((first.Ground, first.AskedBy, first.AskedAt), (kept[0].Ground, kept[0].AskedBy, kept[0].AskedAt));
        Assert.Equal(first.Records, kept[0].Records);

        Assert.True(Wishes.Remove("w-1").Value());
        Assert.False(Wishes.Remove("w-1").Value(), "it was dealt with before");
        Assert.Equal(["w-2"], Wishes.All().Value().Select(wish => wish.Id));
    }

    [Fact]
    public void A_journal_that_is_not_there_is_said_and_not_made()
    {
        Assert.IsType<StorageResult<bool>.Failed>(Wishes.Add(new StoredWish("w-1", [], "request", "demo-off", Some.Morning)));
        Assert.False(File.Exists(folder.File("journal.db")));
    }
}
