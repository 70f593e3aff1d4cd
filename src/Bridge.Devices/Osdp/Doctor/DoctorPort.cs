using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Asks one thing at a time on a line that nobody else uses, and keeps all that is heard. Every command has sequence number 0, so each stands alone: there
/// is no session to lose, and no reader mistakes it for a repeat.
/// </summary>
internal sealed class DoctorPort(IByteLink link, WireTiming timing, MonotonicClock clock)
{
    /// <summary>A line that does not fall silent is spoken to nevertheless.</summary>
    private static readonly TimeSpan BabbleLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>After a reply: a second device with the same address may be about to answer too.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(12);

    private readonly byte[] _command = new byte[FrameLayout.LongestFrame + 1];
    private readonly byte[] _heard = new byte[2 * FrameLayout.LongestFrame];
    private int _count;

    public bool IsLost { get; private set; }

    /// <summary>Something was on the line before the latest question: perhaps the late answer to the one before.</summary>
    public bool WasDisturbed { get; private set; }

    public WireTiming Timing => timing;

    /// <summary>What every reader keeps, with what adapters and networks add.</summary>
    public TimeSpan FullWindow => WireTiming.ReplyLimit + timing.Allowance;

    public HeardReply Ask<TCommand>(byte address, TCommand command, TimeSpan window)
        where TCommand : IOsdpCommand
    {
        var header = new FrameHeader(address, Sequence: 0, LeadingMark: true);
        Span<byte> data = stackalloc byte[command.Length];
        command.WriteTo(data);
        return Ask(_command.AsSpan(0, FrameBuilder.Write(_command, header, (byte)command.Code, data)), window);
    }

    /// <summary>A frame that is ready, with its mark.</summary>
    public HeardReply Ask(ReadOnlySpan<byte> frame, TimeSpan window)
    {
        WasDisturbed = AwaitSilence(timing.Idle);
        var began = clock.Now;
        if (IsLost || link.Write(frame) == LinkWrite.Lost)
        {
            IsLost = true;
            return new HeardReply([], ReplyReading.Of([], frame[1..]), TimeSpan.Zero, TimeSpan.Zero);
        }

        _count = 0;
        return Listen(frame[1..], began + (timing.Character * frame.Length), window);
    }

    /// <summary>Throws away what comes until the line has been silent for so long; whether anything came.</summary>
    private bool AwaitSilence(TimeSpan quiet)
    {
        var came = false;
        var giveUp = clock.Now + quiet + BabbleLimit;
        var silentAt = clock.Now + quiet;
        while (!IsLost && clock.Now < giveUp)
        {
            var left = silentAt - clock.Now;
            var read = link.Read(_heard, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            IsLost = read.Kind == LinkReadKind.Lost;
            if (read.Kind == LinkReadKind.Bytes)
            {
                came = true;
                silentAt = clock.Now + quiet;
            }
            else if (left <= TimeSpan.Zero)
            {
                break;
            }
        }

        return came;
    }

    private HeardReply Listen(ReadOnlySpan<byte> command, TimeSpan commandEnds, TimeSpan window)
    {
        var reading = ReplyReading.Of([], command);
        var until = commandEnds + window;
        var latest = until + (timing.Character * FrameLayout.LongestFrame) + timing.CharacterGap;
        TimeSpan? first = null;
        var thinking = TimeSpan.Zero;
        var arrival = TimeSpan.Zero;
        while (clock.Now < until && clock.Now < latest && Hear(until - clock.Now) is { } count)
        {
            if (count == 0)
            {
                continue;
            }

            var now = clock.Now;
            var had = reading.Reply is not null;
            reading = ReplyReading.Of(_heard.AsSpan(0, _count), command);
            first ??= IsEchoAlone(reading, command) ? null : now;
            if (reading.Reply is { } reply && !had)
            {
                var onWire = timing.Character * reply.Length;
                thinking = now - commandEnds > onWire ? now - commandEnds - onWire : TimeSpan.Zero;
                arrival = now - (first ?? now);
            }

            // Whatever has begun ends after a pause that no frame has within.
            var pause = reading.Reply is null ? timing.CharacterGap : Linger + timing.Idle;
            until = reading.Reply is null && now + pause < until ? until : now + pause;
        }

        return new HeardReply(_heard[.._count], reading, thinking, arrival);
    }

    private bool IsEchoAlone(ReplyReading reading, ReadOnlySpan<byte> command) => reading.HasEcho && _count <= command.Length + 1;

    private int? Hear(TimeSpan atMost)
    {
        var room = _heard.AsSpan(_count);
        var read = room.IsEmpty ? LinkRead.TimedOut : link.Read(room, atMost);
        IsLost |= read.Kind == LinkReadKind.Lost;
        _count += read.Count;
        return IsLost || room.IsEmpty ? null : read.Count;
    }
}
