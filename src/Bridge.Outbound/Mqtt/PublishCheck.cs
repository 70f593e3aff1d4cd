using System.Globalization;
using System.Text;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// Finds messages that the broker would answer by closing the connection. Sent, such a message would come first again after every
/// reconnection, and nothing behind it would ever get out.
/// </summary>
internal static class PublishCheck
{
    /// <summary>Fixed header, topic and property lengths, packet identifier and the property marks; rounded up.</summary>
    private const int Overhead = 32;

    public static string? Fault(string topic, ReadOnlyMemory<byte> payload, string contentType, uint maximumPacketSize)
    {
        if (string.IsNullOrEmpty(topic) || topic.AsSpan().ContainsAny('#', '+', '\0'))
        {
            return "the topic is empty or holds a wildcard or a NUL";
        }

        // A character is at most three bytes of UTF-8: the exact count is only worth its time near a limit.
        long size = (3L * topic.Length) + payload.Length + (3L * contentType.Length) + Overhead;
        if (topic.Length > 20_000 && Encoding.UTF8.GetByteCount(topic) > ushort.MaxValue)
        {
            return "the topic is longer than 65535 bytes";
        }

        if (size <= maximumPacketSize)
        {
            return null;
        }

        size = Encoding.UTF8.GetByteCount(topic) + payload.Length + Encoding.UTF8.GetByteCount(contentType) + Overhead;
        return size <= maximumPacketSize ? null : string.Create(
            CultureInfo.InvariantCulture, $"{payload.Length} bytes do not fit into the {maximumPacketSize} that the broker takes");
    }
}
