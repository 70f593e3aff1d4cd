using System.Security.Cryptography;
using System.Text;

namespace Bridge.Journal.Tests;

/// <summary>What a head that was noted elsewhere shows about a pruned journal, and what the chain says about the state beside it.</summary>
public sealed class HeadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_head_from_before_the_start_is_not_called_intact()
    {
        var (old, start) = Pruned();
        var answer = Assert.IsType<JournalVerified.Incomparable>(JournalVerifier.Verify(Options.Path, old, Token));
        Assert.Equal((old.Position, start.Position), (answer.Expected.Position, answer.Start.Position));
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, Token));
    }

    [Fact]
    public void A_head_at_the_start_is_compared_with_it_although_rows_follow()
    {
        var (_, start) = Pruned();
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, start, Token));
        var other = start with { Hash = SHA256.HashData("another chain"u8) };
        Assert.Equal(ChainFault.Rewritten, Assert.IsType<JournalVerified.Broken>(JournalVerifier.Verify(Options.Path, other, Token)).Fault);
    }

    [Fact]
    public void A_state_that_was_replaced_in_the_file_is_found_and_not_used()
    {
        const string Locked = """{"lobby":"lockedDown"}""";
        const string Forged = """{"lobby":"unlocked"}""";
        using var store = Some.Open(Options);
        var head = store.Committed(Some.Batch(store.Head, 10, snapshot: Locked));
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, Token));
        Assert.Equal(Locked, store.LatestSnapshot().Value()!.State);

        RawFile.Execute(Options.Path, $"UPDATE snapshot SET state = '{Forged}'");
        Assert.Null(store.LatestSnapshot().Value());
        var broken = Assert.IsType<JournalVerified.Broken>(JournalVerifier.Verify(Options.Path, null, Token));
        Assert.Equal((head.Sequence, ChainFault.Snapshot), (broken.Sequence, broken.Fault));

        // Who also corrects the digest has broken the chain.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Forged)));
        RawFile.Execute(Options.Path, $"UPDATE entry SET body = '{{\"sha256\":\"{digest}\"}}' WHERE sequence = {head.Sequence}");
        Assert.Equal(ChainFault.Altered, Assert.IsType<JournalVerified.Broken>(JournalVerifier.Verify(Options.Path, null, Token)).Fault);
    }

    [Fact]
    public void The_chain_from_the_newest_snapshot_on_is_checked_at_opening_however_long_it_is()
    {
        long marked;
        using (var store = Some.Open(Options))
        {
            marked = store.Committed(Some.Batch(store.Head, 10, snapshot: "{}")).Sequence;
            store.Committed(Some.Batch(store.Head, 3000));
        }

        RawFile.Execute(Options.Path, $"UPDATE entry SET body = '{{}}' WHERE sequence = {marked}");
        Assert.Contains($"entry {marked} ", Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options, Some.Time())).Reason, StringComparison.Ordinal);
    }

    private (JournalHead Old, JournalHead Start) Pruned()
    {
        var time = Some.Time();
        using var store = Some.Open(Options, time);
        store.Committed(Some.Batch(store.Head, 20) with { Outbox = [] });
        var old = new JournalHead(store.Head, store.HeadHash);
        store.Committed(Some.Batch(store.Head, 30) with { Outbox = [] });
        var start = new JournalHead(store.Head, store.HeadHash);
        time.Advance(TimeSpan.FromDays(200));
        store.Committed(Some.Batch(store.Head, 5, snapshot: "{}") with { Outbox = [] });
        Assert.Equal(50, JournalRetention.DeleteBefore(Options.Path, Some.Morning.AddDays(100), 1000, time).Value().Deleted);
        return (old, start);
    }
}
