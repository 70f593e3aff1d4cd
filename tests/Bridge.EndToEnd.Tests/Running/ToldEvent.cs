using System.Text.Json;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>An event as another system reads it from the broker.</summary>
/// <param name="Kind">As in its topic and type: accessGranted.</param>
/// <param name="Payload">The whole CloudEvent.</param>
internal sealed record ToldEvent(string Id, int Epoch, long Sequence, string Kind, string? Door, string? Correlation, string Payload)
{
    /// <summary>Null when the message is no event.</summary>
    public static ToldEvent? Of(string topic, string payload)
    {
        if (!topic.Contains("/event/", StringComparison.Ordinal))
        {
            return null;
        }

        using var document = JsonDocument.Parse(payload);
        var told = document.RootElement;
        return new ToldEvent(
            told.GetProperty("id").GetString()!,
            told.GetProperty("epoch").GetInt32(),
            told.GetProperty("seq").GetInt64(),
            told.GetProperty("type").GetString()!.Split('.')[1],
            Optional(told, "subject"),
            Optional(told, "correlationid"),
            payload);
    }

    private static string? Optional(JsonElement told, string name) => told.TryGetProperty(name, out var value) ? value.GetString() : null;
}
