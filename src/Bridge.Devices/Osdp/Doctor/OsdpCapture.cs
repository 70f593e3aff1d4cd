using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Listens on a line and never sends. Bytes that are no frame are counted and thrown away: a damaged frame may hold a card as well as a sound one. Blocks.
/// </summary>
public sealed class OsdpCapture(LinkDefinition link, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    private readonly FrameFigures _figures = new();

    public long Frames => _figures.Frames;

    /// <summary>Bytes that belong to no sound frame, marks not counted.</summary>
    public long StrayBytes => _figures.StrayBytes;

    public long CheckErrors => _figures.CheckErrors;

    /// <param name="captured">Called for each frame, in order.</param>
    public SweepEnd Run(TimeSpan length, Action<CapturedFrame> captured, CancellationToken cancellationToken) =>
        DoctorLink.Use(open, link, time, opened => Listen(opened, length, captured, cancellationToken), cancellationToken);

    private SweepEnd Listen(IByteLink opened, TimeSpan length, Action<CapturedFrame> captured, CancellationToken cancellationToken)
    {
        var receiver = new FrameReceiver(_figures);
        var gap = WireTiming.For(link).CharacterGap;
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < length)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new SweepEnd.Stopped();
            }

            var read = opened.Read(receiver.Room, receiver.Waiting > 0 ? gap : LongestWait);
            if (read.Kind == LinkReadKind.Lost)
            {
                return new SweepEnd.LinkLost();
            }

            receiver.Take(read.Count);
            while (receiver.TryNext(out var frame, lineIsSilent: read.Kind == LinkReadKind.TimedOut))
            {
                var (bytes, isBlanked) = FrameBlanking.Blank(frame);
                captured(new CapturedFrame(time.GetUtcNow(), bytes, frame.IsReply, isBlanked));
            }
        }

        return new SweepEnd.Done();
    }
}
