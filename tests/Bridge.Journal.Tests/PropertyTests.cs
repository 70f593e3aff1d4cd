using CsCheck;

namespace Bridge.Journal.Tests;

/// <summary>Random histories against the simplest model there is: a list.</summary>
public sealed class PropertyTests
{
    private const string Seed = "0000KOIPe036";

    private static readonly Gen<JournalEntry> Entries =
        from origin in Gen.Enum<EntryOrigin>()
        from kind in Gen.String[0, 12]
        from ticks in Gen.Long[-TimeSpan.TicksPerDay * 10_000, TimeSpan.TicksPerDay * 50_000]
        from offset in Gen.Int[-14 * 60, 14 * 60]
        from elapsed in Gen.Long
        from door in Gen.String.Null()
        from correlation in Gen.String[Gen.Char.AlphaNumeric, 0, 6].Null()
        from body in Gen.String[0, 300]
        from late in Gen.Bool
        select new JournalEntry(origin, Whole(kind)!, DateTimeOffset.UnixEpoch.AddTicks(ticks).ToOffset(TimeSpan.FromMinutes(offset)), TimeSpan.FromTicks(elapsed), Whole(door), correlation, Whole(body)!, late);

    // Steps: a batch to commit, or (empty) a restart.
    private static readonly Gen<List<List<JournalEntry>>> Histories = Entries.List[0, 8].List[1, 12];

    [Fact]
    public void Whatever_is_committed_is_read_back_and_verifies() => Histories.Sample(
        history =>
        {
            using var folder = new TemporaryFolder();
            var options = new JournalOptions(folder.File("journal.db"), "tower");
            var model = new List<JournalEntry>();
            var store = Some.Open(options);
            foreach (var step in history)
            {
                if (step.Count == 0)
                {
                    store.Dispose();
                    store = Some.Open(options);
                }

                store.Committed(new JournalBatch(step, [.. step.Select((_, i) => Some.Message(store.Head.Sequence + 1 + i))], null));
                model.AddRange(step);
                Assert.Equal(model.Count, store.Head.Sequence);
            }

            Assert.Equal(model, store.EntriesAfter(0).Select(row => row.Entry));
            Assert.Equal(model.Select(entry => entry.OccurredAt.Offset), store.EntriesAfter(0).Select(row => row.Entry.OccurredAt.Offset));
            var head = new JournalHead(store.Head, store.HeadHash);
            store.Dispose();
            Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(options.Path, head, CancellationToken.None));
        },
        seed: Seed,
        iter: 60,
        threads: 1);

    // Half a surrogate pair is no text; it would come back as U+FFFD.
    private static string? Whole(string? text) =>
        text is null ? null : new string([.. text.Where(character => !char.IsSurrogate(character))]);
}
