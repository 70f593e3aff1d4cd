using System.Buffers;
using System.Text.Json;

namespace Bridge.Outbound.Mqtt;

/// <summary>Whether the bridge, or a door, can be talked to: retained JSON, schema <c>accessbridge.availability.v1</c>.</summary>
public static class AvailabilityPayload
{
    public const string ContentType = "application/json";

    public const string Schema = "accessbridge.availability.v1";

    /// <summary>The last will. It carries no time: it is written when the connection begins and told when it has ended.</summary>
    public static ReadOnlyMemory<byte> BridgeOffline { get; } = Write(null, false, null, null);

    /// <param name="since">When the state began.</param>
    /// <param name="journalWritten">Whether what happens is written down; null is not told.</param>
    public static ReadOnlyMemory<byte> Bridge(bool online, DateTimeOffset since, bool? journalWritten = null) => Write(null, online, since, journalWritten);

    /// <param name="since">When the state began.</param>
    public static ReadOnlyMemory<byte> Door(string door, bool online, DateTimeOffset since) => Write(door, online, since, null);

    private static ReadOnlyMemory<byte> Write(string? door, bool online, DateTimeOffset? since, bool? journalWritten)
    {
        ArrayBufferWriter<byte> buffer = new(160);
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, Schema);
            if (door is not null)
            {
                json.WriteString("door"u8, door);
            }

            json.WriteString("state"u8, online ? "online"u8 : "offline"u8);
            if (since is { } at)
            {
                json.WriteString("since"u8, at);
            }

            if (journalWritten is { } written)
            {
                json.WriteString("journal"u8, written ? "written"u8 : "failing"u8);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
