using System.Text.Json;
using Bridge.Journal;

namespace Bridge.Simulation.Explanations;

/// <summary>An event as its bytes stand in the journal, read without the product's codec.</summary>
internal sealed record RawEvent(long Sequence, string Kind, string? Door, long? Access, long? Case, string? Mode, string? To, string? Refusal, string? Reason, bool ByCredential)
{
    public static IReadOnlyList<RawEvent> Of(IEnumerable<StoredEntry> journal) =>
        [.. journal.Where(stored => stored.Entry.Origin == EntryOrigin.Event).Select(Of)];

    private static RawEvent Of(StoredEntry stored)
    {
        using var body = JsonDocument.Parse(stored.Entry.Body);
        var told = body.RootElement;
        var facts = told.TryGetProperty("Admission", out var admission) ? admission : default;
        return new RawEvent(
            stored.Position.Sequence, stored.Entry.Kind, Text(told, "Door"), Number(told, "Access"), Number(facts, "Case"), Text(told, "Mode"),
            Text(facts, "To"), Text(facts, "Refusal"), Text(told, "Reason"), told.ValueKind == JsonValueKind.Object && told.TryGetProperty("AccessPoint", out _));
    }

    private static string? Text(JsonElement within, string name) =>
        within.ValueKind == JsonValueKind.Object && within.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static long? Number(JsonElement within, string name) =>
        Text(within, name) is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
