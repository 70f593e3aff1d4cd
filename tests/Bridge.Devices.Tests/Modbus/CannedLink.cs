using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>A link that answers at once what is kept for the function asked, and allocates nothing. A function without a reply stays unanswered.</summary>
internal sealed class CannedLink : IByteLink
{
    private readonly byte[]?[] _replies = new byte[]?[256];
    private readonly byte[] _request = new byte[300];
    private readonly int _functionOffset;
    private byte[]? _due;

    private CannedLink(int functionOffset) => _functionOffset = functionOffset;

    /// <summary>The clock of the master on this link: a read that finds nothing moves it on.</summary>
    public SteppedTime Time { get; } = new();

    /// <summary>The latest request.</summary>
    public ReadOnlySpan<byte> Request => _request;

    public static CannedLink Tcp(IEnumerable<byte[]> bodies) => new CannedLink(functionOffset: 7).With(bodies, body => Frames.Tcp(0, body));

    public static CannedLink Serial(IEnumerable<byte[]> bodies) => new CannedLink(functionOffset: 1).With(bodies, Frames.Serial);

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (_due is not { } reply)
        {
            Time.Step(timeout);
            return LinkRead.TimedOut;
        }

        _due = null;
        reply.CopyTo(buffer);
        if (_functionOffset > 1)
        {
            _request.AsSpan(0, 2).CopyTo(buffer);
        }

        return LinkRead.Bytes(reply.Length);
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_request);
        _due = _replies[bytes[_functionOffset]];
        return LinkWrite.Sent;
    }

    public void Interrupt()
    {
        // Nobody waits here.
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private CannedLink With(IEnumerable<byte[]> bodies, Func<byte[], byte[]> wrap)
    {
        foreach (var body in bodies)
        {
            _replies[body[1] & 0x7F] = wrap(body);
        }

        return this;
    }
}
