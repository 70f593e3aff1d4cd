using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// Writes an event as CloudEvents 1.0 in structured JSON. CloudEvents allows only lower-case letters and digits in attribute
/// names, hence <c>occurredat</c>; the data object keeps the product's own camel case.
/// </summary>
public static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    /// <param name="data">A JSON object, already written.</param>
    public static ReadOnlyMemory<byte> Write(EventEnvelope envelope, ReadOnlySpan<byte> data)
    {
        ArrayBufferWriter<byte> buffer = new(448 + data.Length);
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0"u8);
            json.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"{envelope.Site}.{envelope.Epoch}.{envelope.Sequence}"));
            json.WriteString("source"u8, $"/{MqttTopics.Root(envelope.Site)}");
            json.WriteString("type"u8, $"accessbridge.{envelope.Kind}.v1");
            json.WriteString("time"u8, envelope.OccurredAt);
            WriteOptional(json, "subject"u8, envelope.Subject);
            json.WriteString("site"u8, envelope.Site);
            json.WriteNumber("epoch"u8, envelope.Epoch);
            json.WriteNumber("seq"u8, envelope.Sequence);
            json.WriteString("occurredat"u8, envelope.OccurredAt);
            json.WriteString("receivedat"u8, envelope.ReceivedAt);
            WriteOptional(json, "correlationid"u8, envelope.CorrelationId);
            json.WriteString("datacontenttype"u8, "application/json"u8);
            json.WritePropertyName("data"u8);
            json.WriteRawValue(data);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
