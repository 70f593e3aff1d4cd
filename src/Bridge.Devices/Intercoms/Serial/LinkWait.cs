using Bridge.Devices.Doors;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>A line that listens all the time waits in its read; waking it interrupts the read.</summary>
internal sealed class LinkWait : IIdleWait
{
    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[512];
    private IByteLink? _link;
    private int _count;

    /// <summary>What the last wait ended with.</summary>
    public LinkReadKind Ended { get; private set; }

    /// <summary>What came in during the last wait.</summary>
    public ReadOnlySpan<byte> Received => _buffer.AsSpan(0, _count);

    /// <summary>The link to wait on; null when it is about to be closed.</summary>
    public void Use(IByteLink? link)
    {
        lock (_gate)
        {
            _link = link;
        }
    }

    public void Wait(TimeSpan atMost)
    {
        var read = _link?.Read(_buffer, atMost) ?? LinkRead.Lost;
        Ended = read.Kind;
        _count = read.Count;
    }

    public void Wake()
    {
        lock (_gate)
        {
            _link?.Interrupt();
        }
    }
}
