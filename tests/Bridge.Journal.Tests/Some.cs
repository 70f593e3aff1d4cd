using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Journal.Tests;

/// <summary>Test objects.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 7, 30, 0, TimeSpan.FromHours(8));

    public static FakeTimeProvider Time() => new(Morning);

    public static JournalEntry Entry(int number, EntryOrigin origin = EntryOrigin.Event, string? door = "lobby", string? correlation = null) => new(
        origin,
        origin == EntryOrigin.Input ? "CredentialPresented" : "AccessGranted",
        Morning.AddSeconds(number),
        TimeSpan.FromSeconds(number),
        door,
        correlation ?? $"a{number / 5}",
        $$"""{"number":{{number}},"text":"访客"}""",
        Unjournalled: false);

    public static OutboxDraft Message(long sequence, string channel = "mqtt") =>
        new(channel, $"ab/v1/tower/event/{sequence}", Encoding.UTF8.GetBytes($$"""{"seq":{{sequence}}}"""), "application/json", sequence);

    /// <summary>Entries, each with one message, to follow on <paramref name="head"/>.</summary>
    public static JournalBatch Batch(JournalPosition head, int count, string? snapshot = null)
    {
        var entries = Enumerable.Range(1, count).Select(i => Entry((int)head.Sequence + i)).ToArray();
        var messages = Enumerable.Range(1, count).Select(i => Message(head.Sequence + i)).ToArray();
        return new JournalBatch(entries, messages, snapshot);
    }

    public static JournalStore Open(JournalOptions options, TimeProvider? time = null) =>
        Assert.IsType<JournalOpened.Open>(JournalStore.Open(options, time ?? Time())).Store;

    public static JournalPosition Committed(this JournalStore store, JournalBatch batch) =>
        Assert.IsType<CommitResult.Committed>(store.Commit(batch)).Head;

    public static T Value<T>(this StorageResult<T> result) => Assert.IsType<StorageResult<T>.Done>(result).Value;
}
