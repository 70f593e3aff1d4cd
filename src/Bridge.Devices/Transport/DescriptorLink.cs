using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bridge.Devices.Transport;

/// <summary>
/// A serial port or a connected socket on Linux: one poll and one read a wait, nothing allocated, and an eventfd in the same poll for the interrupt. The
/// descriptor does not block.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class DescriptorLink(SafeHandle descriptor, DescriptorHandle wake, IDisposable? owner, TimeProvider time) : IByteLink
{
    /// <summary>A line that takes no byte for this long is not there any more.</summary>
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    /// <summary>What a thread that was asleep is easily late. A silence of a fast line is waited out awake from so long before its end.</summary>
    private static readonly TimeSpan Awake = TimeSpan.FromMicroseconds(50);

    /// <summary>Waits up to this are silences between frames of a fast line; a longer one is hardly longer for the delay, or is for an answer and ends with it.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(1);

    private int _interrupted;
    private volatile bool _lost;

    public unsafe LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (_lost || !TryHold(descriptor))
        {
            return LinkRead.Lost;
        }

        try
        {
            fixed (byte* bytes = buffer)
            {
                return timeout > TimeSpan.Zero ? WaitAndTake(bytes, buffer.Length, timeout) : TakeWaiting(bytes, buffer.Length);
            }
        }
        finally
        {
            descriptor.DangerousRelease();
        }
    }

    public unsafe LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        if (_lost || !TryHold(descriptor))
        {
            return LinkWrite.Lost;
        }

        try
        {
            fixed (byte* first = bytes)
            {
                return WriteAll(first, bytes.Length);
            }
        }
        finally
        {
            descriptor.DangerousRelease();
        }
    }

    public unsafe void Interrupt()
    {
        Volatile.Write(ref _interrupted, 1);
        if (TryHold(wake))
        {
            ulong one = 1;
            _ = LinuxCalls.Write((int)wake.DangerousGetHandle(), (byte*)&one, sizeof(ulong));
            wake.DangerousRelease();
        }
    }

    public void Dispose()
    {
        // First wake a reader that another thread left behind; the descriptor closes when it has let go.
        _lost = true;
        Interrupt();
        (owner ?? descriptor).Dispose();
        wake.Dispose();
    }

    private static bool TryHold(SafeHandle handle)
    {
        var held = false;
        try
        {
            handle.DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException)
        {
            held = false;
        }

        return held;
    }

    private unsafe LinkRead TakeWaiting(byte* buffer, int size)
    {
        if (TakeInterrupt())
        {
            return LinkRead.Interrupted;
        }

        var count = LinuxCalls.Read((int)descriptor.DangerousGetHandle(), buffer, size);
        if (count > 0)
        {
            return LinkRead.Bytes((int)count);
        }

        return count < 0 && IsTransient() ? LinkRead.TimedOut : Lose();
    }

    private unsafe LinkRead WaitAndTake(byte* buffer, int size, TimeSpan timeout)
    {
        if (!TryHold(wake))
        {
            return LinkRead.Lost;
        }

        try
        {
            var began = time.GetTimestamp();
            var asleep = timeout <= LongestSilence ? timeout - Awake : timeout;
            var left = asleep;
            while (left > TimeSpan.Zero)
            {
                var read = WaitOnce(buffer, size, left);
                if (read is { } ended && (ended.Kind != LinkReadKind.TimedOut || asleep == timeout))
                {
                    return ended;
                }

                left = asleep - time.GetElapsedTime(began);
            }

            return asleep == timeout ? LinkRead.TimedOut : StayAwake(buffer, size, began, timeout);
        }
        finally
        {
            wake.DangerousRelease();
        }
    }

    private unsafe LinkRead StayAwake(byte* buffer, int size, long began, TimeSpan timeout)
    {
        while (time.GetElapsedTime(began) < timeout)
        {
            Thread.SpinWait(8);
        }

        return TakeWaiting(buffer, size);
    }

    /// <summary>Null: woken for nothing, wait for the rest of the time.</summary>
    private unsafe LinkRead? WaitOnce(byte* buffer, int size, TimeSpan timeout)
    {
        if (TakeInterrupt())
        {
            return LinkRead.Interrupted;
        }

        var entries = stackalloc PollEntry[2];
        entries[0] = new PollEntry { Descriptor = (int)descriptor.DangerousGetHandle(), Events = LinuxCalls.PollIn };
        entries[1] = new PollEntry { Descriptor = (int)wake.DangerousGetHandle(), Events = LinuxCalls.PollIn };
        var limit = TimeSpec.From(timeout);
        var ready = LinuxCalls.Poll(entries, 2, &limit, 0);
        if (ready == 0)
        {
            return LinkRead.TimedOut;
        }

        if (ready < 0)
        {
            return Marshal.GetLastPInvokeError() == LinuxCalls.Interrupted ? null : Lose();
        }

        if (_lost)
        {
            return LinkRead.Lost;
        }

        if (entries[1].Returned != 0)
        {
            return ClearInterrupt() ? LinkRead.Interrupted : null;
        }

        if ((entries[0].Returned & LinuxCalls.PollIn) == 0)
        {
            return Lose();
        }

        var count = LinuxCalls.Read(entries[0].Descriptor, buffer, size);
        return count > 0 ? LinkRead.Bytes((int)count) : count < 0 && IsTransient() ? null : Lose();
    }

    private bool TakeInterrupt() => Volatile.Read(ref _interrupted) != 0 && ClearInterrupt();

    // Empty the event before lowering the flag: an interrupt that comes in between then wakes the next wait once for nothing, and none is lost.
    private unsafe bool ClearInterrupt()
    {
        ulong count;
        _ = LinuxCalls.Read((int)wake.DangerousGetHandle(), (byte*)&count, sizeof(ulong));
        return Interlocked.Exchange(ref _interrupted, 0) != 0;
    }

    private unsafe LinkWrite WriteAll(byte* bytes, int count)
    {
        var file = (int)descriptor.DangerousGetHandle();
        while (count > 0)
        {
            var written = LinuxCalls.Write(file, bytes, count);
            if (written > 0)
            {
                bytes += written;
                count -= (int)written;
            }
            else if (!IsTransient() || !WaitForRoom(file))
            {
                _lost = true;
                return LinkWrite.Lost;
            }
        }

        return LinkWrite.Sent;
    }

    private static unsafe bool WaitForRoom(int file)
    {
        var entry = new PollEntry { Descriptor = file, Events = LinuxCalls.PollOut };
        var limit = TimeSpec.From(WriteLimit);
        var ready = LinuxCalls.Poll(&entry, 1, &limit, 0);
        return ready > 0 ? (entry.Returned & LinuxCalls.PollOut) != 0 : ready < 0 && IsTransient();
    }

    private static bool IsTransient() => Marshal.GetLastPInvokeError() is LinuxCalls.TryAgain or LinuxCalls.Interrupted;

    private LinkRead Lose()
    {
        _lost = true;
        return LinkRead.Lost;
    }
}
