using System.Net;
using System.Net.Sockets;

namespace Bridge.Devices.Transport;

/// <summary>A connected socket on systems without our own system calls. A datagram socket that talks to itself ends the wait for an interrupt.</summary>
internal sealed class SocketLink(Socket socket, Socket wake, TimeProvider time) : IByteLink
{
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);
    private readonly List<Socket> _ready = new(2);
    private readonly byte[] _drained = new byte[16];
    private int _interrupted;
    private volatile bool _lost;

    public static SocketLink Over(Socket socket, TimeProvider time)
    {
        var wake = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        wake.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        wake.Connect(wake.LocalEndPoint!);
        socket.Blocking = false;
        return new SocketLink(socket, wake, time);
    }

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        try
        {
            var left = timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero;
            var began = time.GetTimestamp();
            while (!_lost)
            {
                if (WaitOnce(buffer, left) is { } ended)
                {
                    return ended;
                }

                left = timeout - time.GetElapsedTime(began);
                if (left <= TimeSpan.Zero)
                {
                    return LinkRead.TimedOut;
                }
            }
        }
        catch (SocketException)
        {
            _lost = true;
        }
        catch (ObjectDisposedException)
        {
            _lost = true;
        }

        return LinkRead.Lost;
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!_lost && !bytes.IsEmpty)
            {
                var sent = socket.Send(bytes, SocketFlags.None, out var error);
                if (error == SocketError.Success)
                {
                    bytes = bytes[sent..];
                }
                else if (error != SocketError.WouldBlock || !socket.Poll(WriteLimit, SelectMode.SelectWrite))
                {
                    _lost = true;
                }
            }
        }
        catch (SocketException)
        {
            _lost = true;
        }
        catch (ObjectDisposedException)
        {
            _lost = true;
        }

        return _lost ? LinkWrite.Lost : LinkWrite.Sent;
    }

    public void Interrupt()
    {
        Volatile.Write(ref _interrupted, 1);
        try
        {
            // A full buffer means that a wake-up is already waiting.
            wake.Send([1], SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            _lost = true;
        }
    }

    public void Dispose()
    {
        _lost = true;
        Interrupt();
        socket.Dispose();
        wake.Dispose();
    }

    /// <summary>Null: woken for nothing.</summary>
    private LinkRead? WaitOnce(Span<byte> buffer, TimeSpan timeout)
    {
        if (TakeInterrupt())
        {
            return LinkRead.Interrupted;
        }

        if (timeout > TimeSpan.Zero)
        {
            _ready.Clear();
            _ready.Add(socket);
            _ready.Add(wake);
            Socket.Select(_ready, null, null, TimeSpan.FromMilliseconds(Math.Ceiling(timeout.TotalMilliseconds)));
            if (_lost)
            {
                return LinkRead.Lost;
            }

            // Whether that was the whole time is the caller's to say: the wait counts in milliseconds.
            if (_ready.Count == 0)
            {
                return null;
            }

            if (_ready.Contains(wake))
            {
                return ClearInterrupt() ? LinkRead.Interrupted : null;
            }
        }

        var count = socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return timeout > TimeSpan.Zero ? null : LinkRead.TimedOut;
        }

        _lost = error != SocketError.Success || count == 0;
        return _lost ? LinkRead.Lost : LinkRead.Bytes(count);
    }

    private bool TakeInterrupt() => Volatile.Read(ref _interrupted) != 0 && ClearInterrupt();

    private bool ClearInterrupt()
    {
        wake.Receive(_drained, SocketFlags.None, out _);
        return Interlocked.Exchange(ref _interrupted, 0) != 0;
    }
}
