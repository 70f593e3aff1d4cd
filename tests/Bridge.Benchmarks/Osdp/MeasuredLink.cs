using Bridge.Devices.Transport;

namespace Bridge.Benchmarks.Osdp;

/// <summary>The product's own serial port, with a gauge at it.</summary>
internal sealed class MeasuredLink(IByteLink inner, Gauge gauge) : IByteLink
{
    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        var read = inner.Read(buffer, timeout);
        if (read.Kind == LinkReadKind.Bytes)
        {
            gauge.Received(read.Count);
        }

        return read;
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        gauge.Sent(bytes);
        return inner.Write(bytes);
    }

    public void Interrupt() => inner.Interrupt();

    public void Dispose() => inner.Dispose();
}
