using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Journal.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Runtime;

/// <summary>The nightly run over people by the site's own days.</summary>
public sealed class PersonRetentionTests
{
    [Theory]
    [InlineData(89, false, "a day before its time")]
    [InlineData(90, true, "when its time is over")]
    public async Task PeopleAreErasedWhenTheirTimeIsOver(int days, bool erased, string why)
    {
        using var bench = EngineBench.Running();

        // The record is put there by hand, with no message beside it.
        bench.IsInOrder = false;
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var time = new FakeTimeProvider(start);
        var keys = Path.Combine(Path.GetDirectoryName(bench.Options.Path)!, "person-keys.db");
        using var vault = Assert.IsType<PersonVaultOpened.Open>(PersonVault.Open(new PersonVaultOptions(bench.Options.Path, keys, bench.Options.Site), time)).Vault;
        var person = Assert.IsType<StorageResult<SealedPerson>.Done>(
            vault.Seal(new PersonDraft(new PersonFields { Name = "王明" }, RetentionClass.VisitorIdentity, start))).Value;
        var entry = new JournalEntry(EntryOrigin.Event, "RecordWritten", start, TimeSpan.Zero, null, null, "{}", false);
        Assert.IsType<CommitResult.Committed>(bench.Store.Commit(new JournalBatch([entry], [], null) { People = [person] }));

        time.Advance(TimeSpan.FromDays(days));
        var run = new PersonRetention(vault, bench.Options.Path, new SiteHolder(Good.Sample()), time, NullLogger<PersonRetention>.Instance);
        var note = await run.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.True(note == (erased ? """{"actor":"bridge","count":1,"ground":"retention"}""" : null), why);
        Assert.True(Assert.IsType<StorageResult<PersonRead>.Done>(vault.Open(person.Id)).Value is PersonRead.Erased == erased, why);
        Assert.Null(await run.RunOnceAsync(TestContext.Current.CancellationToken));
    }
}
