using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The one owner of the link: keeps the line idle before it sends, and finds the frames in what it hears.</summary>
internal sealed class OsdpWire(IByteLink link, WireTiming timing, MonotonicClock clock, FrameFigures figures)
{
    /// <summary>A line that does not fall silent is spoken to nevertheless: somebody babbles, and the readers may still hear us.</summary>
    private static readonly TimeSpan BabbleLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>After a repeat that was answered, the answer to the first try may still be under way.</summary>
    private static readonly TimeSpan RestAfterRepeat = TimeSpan.FromMilliseconds(20);

    private readonly FrameReceiver _receiver = new(figures);
    private readonly int[] _secondReplies = new int[FrameLayout.ReplyBit];
    private TimeSpan _quietSince = clock.Now;
    private TimeSpan _extraQuiet;
    private TimeSpan _deadline;
    private TimeSpan _latest;

    public FrameFigures Figures => figures;

    /// <summary>0 where the speed is not known.</summary>
    public int BitsPerSecond => timing.BitsPerSecond;

    public bool IsLost { get; private set; }

    /// <summary>Since when everything that was asked stayed without a frame; null while somebody answers, or nobody is asked.</summary>
    public TimeSpan? SilentSince { get; private set; }

    /// <summary>Sound replies that came from an address after its reply had been taken, since the last time this was asked.</summary>
    public int TakeSecondReplies(byte address)
    {
        var count = _secondReplies[address];
        _secondReplies[address] = 0;
        return count;
    }

    /// <summary>It has the wrong speed now, and is to be opened anew.</summary>
    public void GiveUp() => IsLost = true;

    /// <summary>The next transmission waits a little longer.</summary>
    public void Rest() => _extraQuiet = RestAfterRepeat;

    /// <summary>False when the link is lost. What was heard before is thrown away: it cannot be the reply.</summary>
    /// <param name="limit">How long to wait for the reply's first byte; null for the usual.</param>
    public bool Send(ReadOnlySpan<byte> frame, TimeSpan? limit)
    {
        if (IsLost || !AwaitIdle() || link.Write(frame) == LinkWrite.Lost)
        {
            IsLost = true;
            return false;
        }

        var now = clock.Now;
        _extraQuiet = TimeSpan.Zero;
        SilentSince ??= now;
        _quietSince = now + (timing.Character * frame.Length);
        _deadline = now + timing.ReplyWindow(frame.Length, limit);
        _latest = _deadline + (timing.Character * FrameLayout.LongestFrame) + timing.CharacterGap;
        return true;
    }

    /// <summary>The next frame, from whomever; false when the reply's time is over or the link is lost. The view is valid until the next call.</summary>
    public bool TryListen(out OsdpFrame frame)
    {
        while (!_receiver.TryNext(out frame))
        {
            var now = clock.Now;
            var gapEnd = _quietSince + timing.CharacterGap;

            // What has begun in time may end later.
            var until = _receiver.Waiting == 0 ? _deadline : gapEnd < _latest ? gapEnd : _latest;
            if (now >= until)
            {
                if (_receiver.Waiting > 0 && _receiver.TryNext(out frame, lineIsSilent: true))
                {
                    break;
                }

                if (now >= _deadline)
                {
                    return false;
                }

                continue;
            }

            if (!Hear(until - now))
            {
                return false;
            }
        }

        SilentSince = null;
        return true;
    }

    private bool Hear(TimeSpan atMost)
    {
        var read = link.Read(_receiver.Room, atMost);
        if (read.Kind == LinkReadKind.Lost)
        {
            IsLost = true;
            return false;
        }

        if (read.Kind == LinkReadKind.Bytes)
        {
            _receiver.Take(read.Count);
            _quietSince = clock.Now;
        }

        return true;
    }

    /// <summary>After a repeat a second reply is no wonder: both tries were answered.</summary>
    private void CountSecondReplies()
    {
        while (_receiver.TryNext(out var frame))
        {
            _secondReplies[frame.Address] += frame.IsReply && _extraQuiet == TimeSpan.Zero ? 1 : 0;
        }
    }

    private bool AwaitIdle()
    {
        CountSecondReplies();
        var quiet = timing.Idle > _extraQuiet ? timing.Idle : _extraQuiet;
        var giveUp = clock.Now + quiet + BabbleLimit;
        while (true)
        {
            var now = clock.Now;
            var left = _quietSince + quiet - now;
            var read = link.Read(_receiver.Room, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            if (read.Kind == LinkReadKind.Lost)
            {
                return false;
            }

            if (read.Kind == LinkReadKind.Bytes)
            {
                _receiver.Take(read.Count);
                CountSecondReplies();
                _quietSince = clock.Now;
            }
            else if (left <= TimeSpan.Zero || clock.Now - _quietSince >= quiet)
            {
                break;
            }

            if (clock.Now > giveUp)
            {
                break;
            }
        }

        _receiver.Clear();
        return true;
    }
}
