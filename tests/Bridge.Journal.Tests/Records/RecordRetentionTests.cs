using Bridge.Journal.Records;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Journal.Tests.Records;

/// <summary>Nothing is kept longer than its class allows, and nothing goes early.</summary>
public sealed class RecordRetentionTests : IDisposable
{
    private const int Days = 5 * 365;

    private static readonly RetentionLimits Limits = RetentionLimits.China;

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = Some.Time();

    private JournalOptions Journal => new(folder.File("journal.db"), "tower") { Durability = JournalDurability.Off };

    private PersonVaultOptions Options => new(folder.File("journal.db"), folder.File("person-keys.db"), "tower") { Durability = JournalDurability.Off };

    public void Dispose() => folder.Dispose();

    /// <summary>Every day somebody of each class comes and every night the job runs; each row's whole life is watched.</summary>
    [Fact]
    public void Five_years_of_nights_keep_no_row_a_day_too_long_and_lose_none_early()
    {
        using var store = Some.Open(Journal, time);
        using var vault = RecordSome.Vault(Options, time);
        var number = RecordNumber.First(RecordForm.VisitorLog, DateOnly.FromDateTime(Some.Morning.DateTime));
        for (var day = 0; day < Days; day++)
        {
            var now = time.GetUtcNow();
            var month = RecordNumber.First(RecordForm.VisitorLog, DateOnly.FromDateTime(now.DateTime));
            number = number.Month == month.Month ? number : month;
            var people = vault.Seal([.. Enum.GetValues<RetentionClass>().Select(one => RecordSome.Person("王明", one) with { Since = now })]).Value();
            store.Committed(new JournalBatch([Some.Entry(day)], [], null)
            {
                People = people,
                Records =
                [
                    RecordSome.Record(number, store.Head.Sequence + 1, people[0].Id) with { CreatedAt = now },
                    RecordSome.Record(number.Next, store.Head.Sequence + 1) with { CreatedAt = now, Retention = RetentionClass.Incident },
                ],
            });
            number = number.Next.Next;
            time.Advance(TimeSpan.FromDays(1));
            Night(vault);
            Look(day);
        }
    }

    private void Night(PersonVault vault)
    {
        while (vault.Expire(Limits, 100).Value().Asked > 0)
        {
        }

        while (RecordRetention.Apply(Journal.Path, Limits, 100, time).Value() > 0)
        {
        }
    }

    // One row of each class came at the same hour of each day so far. All of a class that are younger than its limit are there, and none that are older.
    private void Look(int day)
    {
        var came = day + 1;
        foreach (var retention in Enum.GetValues<RetentionClass>())
        {
            var expected = Math.Min(came, Limits.Of(retention).Days - 1);
            var found = RawFile.Scalar(Journal.Path, $"SELECT count(*) FROM person WHERE class = {(int)retention}");
            Assert.True(expected == found, $"day {day}, {retention}: expected {expected}, found {found}");
        }

        Assert.Equal(Math.Min(came, Limits.Skeleton.Days - 1), RawFile.Scalar(Journal.Path, "SELECT count(*) FROM record WHERE retention = 5"));
        Assert.Equal(Math.Min(came, Limits.Movement.Days - 1), RawFile.Scalar(Journal.Path, "SELECT count(*) FROM record WHERE retention = 5 AND household IS NOT NULL"));
        Assert.Equal(Math.Min(came, Limits.Incident.Days - 1), RawFile.Scalar(Journal.Path, "SELECT count(*) FROM record WHERE retention = 4 AND household IS NOT NULL"));
    }

    [Fact]
    public void An_amendment_loses_its_links_with_its_record_and_the_number_stays_given()
    {
        using var store = Some.Open(Journal, time);
        store.Committed(new JournalBatch([Some.Entry(1)], [], null)
        {
            Records = [RecordSome.Record(RecordSome.Visitor(1), 1)],
            RecordChanges = [new RecordChange(RecordSome.Visitor(1), 1, RecordChangeKind.Amendment, "a", Some.Morning, new RecordFields { Household = "h-2", Result = "left" })],
        });
        time.SetUtcNow(Some.Morning.AddDays(181));
        Assert.Equal(1, RecordRetention.Apply(Journal.Path, Limits, 100, time).Value());
        using (var reader = RecordReader.Open(Journal.Path).Value())
        {
            var current = reader.Find(RecordSome.Visitor(1)).Value()!.Current;
            Assert.Equal((null, "left", "visitor"), (current.Household, current.Result, current.Category));
        }

        time.SetUtcNow(Some.Morning.AddDays(401));
        Assert.Equal(1, RecordRetention.Apply(Journal.Path, Limits, 100, time).Value());
        Assert.Equal(0, RawFile.Scalar(Journal.Path, "SELECT count(*) FROM record_change"));
        Assert.Equal(2, store.NextRecord(RecordForm.VisitorLog, new DateOnly(2026, 3, 2)).Value().Running);
    }
}
