using Bridge.Journal.Chain;

namespace Bridge.Journal.Tests;

/// <summary>The chain's bytes, computed once outside this program from the description in <see cref="CanonicalRow"/>.</summary>
public sealed class ChainGoldenTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Genesis_is_the_documented_digest() => Assert.Equal(
        "ab1fa9b267da9a5d0239e0c15c90fb744b54073b2766684f84749c109843add5",
        Convert.ToHexStringLower(CanonicalRow.Genesis("tower", 1, 17724078000000000)));

    [Fact]
    public void Two_written_rows_have_the_documented_hashes()
    {
        using var store = Some.Open(new JournalOptions(folder.File("journal.db"), "tower"));
        store.Committed(new JournalBatch(
            [
                new JournalEntry(
                    EntryOrigin.Input, "CredentialPresented", new DateTimeOffset(2026, 3, 2, 7, 29, 59, TimeSpan.FromHours(8)),
                    TimeSpan.FromTicks(123456789), "lobby", "a1", """{"credential":"abc","text":"访客"}""", Unjournalled: false),
                new JournalEntry(
                    EntryOrigin.Event, "DoorFault", new DateTimeOffset(2026, 3, 2, 7, 30, 0, new TimeSpan(-3, -30, 0)),
                    TimeSpan.FromTicks(-1), null, null, "", Unjournalled: true),
            ],
            [],
            null));

        Assert.Equal(
            [
                "85a0d582145778822cde322e9f6b5b1365f5410a435c7fd5a0d308942879d6dc",
                "d126eb86ec2ebd3123488f9835b2136aca00772d873663cc4444792ac4b2b155",
            ],
            store.EntriesAfter(0).Select(row => Convert.ToHexStringLower(row.Hash.Span)));
    }

    public static TheoryData<string, string?, string?, string, string?, string?, string> Confusable => new()
    {
        { "text moved over a field border", "ab", "c", "x", "a", "bc", "x" },
        { "missing is not empty", null, "c", "x", "", "c", "x" },
        { "missing in another field", null, "c", "x", "c", null, "x" },
        { "a body that imitates a length", "a", null, "\0\0\0\u0001x", "a", "\0\0\0\u0001", "x" },
    };

    [Theory, MemberData(nameof(Confusable))]
    public void Rows_that_look_alike_have_different_hashes(
        string why, string? door, string? correlation, string body, string? otherDoor, string? otherCorrelation, string otherBody)
    {
        using var store = Some.Open(new JournalOptions(folder.File("journal.db"), "tower"));
        using var other = Some.Open(new JournalOptions(folder.File("other.db"), "tower"));
        var entry = Some.Entry(1);
        store.Committed(new JournalBatch([entry with { Door = door, Correlation = correlation, Body = body }], [], null));
        other.Committed(new JournalBatch([entry with { Door = otherDoor, Correlation = otherCorrelation, Body = otherBody }], [], null));
        Assert.False(store.HeadHash.Span.SequenceEqual(other.HeadHash.Span), why);
    }
}
