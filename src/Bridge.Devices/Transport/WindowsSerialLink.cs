using System.IO.Ports;

namespace Bridge.Devices.Transport;

/// <summary>
/// A COM port, read synchronously on the caller's thread in short slices: a wait in Windows' serial driver cannot be ended from outside without
/// closing the port. After the first failure the port is never touched again but to close it, because a further write can make closing hang.
/// </summary>
internal sealed class WindowsSerialLink(SerialPort port, TimeProvider time) : IByteLink
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);
    private readonly byte[] _buffer = new byte[1024];
    private int _interrupted;
    private int _closing;
    private volatile bool _lost;

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        var began = time.GetTimestamp();
        while (!_lost)
        {
            if (Interlocked.Exchange(ref _interrupted, 0) != 0)
            {
                return LinkRead.Interrupted;
            }

            var left = timeout - time.GetElapsedTime(began);
            var count = ReadSlice(buffer, left < Slice ? left : Slice);
            if (count > 0)
            {
                return LinkRead.Bytes(count);
            }

            // The rest of a millisecond is asked for again and again: a frame sent too early after the last one is no frame for the units.
            if (!_lost && time.GetElapsedTime(began) >= timeout)
            {
                return LinkRead.TimedOut;
            }
        }

        return LinkRead.Lost;
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        if (_lost)
        {
            return LinkWrite.Lost;
        }

        try
        {
            port.BaseStream.Write(bytes);
            return LinkWrite.Sent;
        }
        catch (IOException)
        {
            _lost = true;
        }
        catch (TimeoutException)
        {
            _lost = true;
        }
        catch (InvalidOperationException)
        {
            _lost = true;
        }
        catch (OperationCanceledException)
        {
            _lost = true;
        }

        return LinkWrite.Lost;
    }

    public void Interrupt() => Volatile.Write(ref _interrupted, 1);

    public void Dispose()
    {
        _lost = true;
        if (Interlocked.Exchange(ref _closing, 1) != 0)
        {
            return;
        }

        var closing = new Thread(Close) { IsBackground = true, Name = "close " + port.PortName };
        closing.Start();
        closing.Join(CloseLimit);
    }

    private int ReadSlice(Span<byte> buffer, TimeSpan slice)
    {
        try
        {
            if (slice < TimeSpan.FromMilliseconds(1) && port.BytesToRead == 0)
            {
                return 0;
            }

            port.ReadTimeout = Math.Max(1, (int)Math.Ceiling(slice.TotalMilliseconds));
            var count = port.Read(_buffer, 0, Math.Min(buffer.Length, _buffer.Length));
            _buffer.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (IOException)
        {
            _lost = true;
        }
        catch (UnauthorizedAccessException)
        {
            _lost = true;
        }
        catch (InvalidOperationException)
        {
            _lost = true;
        }
        catch (OperationCanceledException)
        {
            _lost = true;
        }

        return 0;
    }

    private void Close()
    {
        try
        {
            port.Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // An unplugged adapter cannot be told good-bye; there is nothing left to free. On this thread nobody else would catch what it
            // says instead: the process would end.
            _lost = true;
        }
    }
}
