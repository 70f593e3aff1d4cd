using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Tests.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>Listening beside two that talk, on a virtual wire.</summary>
public sealed class OsdpCaptureTests
{
    private static readonly LinkDefinition Wire = new LinkDefinition.Serial("/dev/virtual", ReaderBench.Baud, SerialParity.None, 8, 1, false, false, false, false);
    private static readonly byte[] Poll = Hex.Bytes("53 05 08 00 06 60 de ef");
    private static readonly byte[] Card = Hex.Bytes("53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81");

    [Fact]
    public void CommandsAndRepliesAreTakenInTheirOrderWithTheirTimes()
    {
        var bench = new ReaderBench();
        bench.Wire.Arrive(TimeSpan.FromSeconds(1), [0xFF, .. Poll]);
        bench.Wire.Arrive(TimeSpan.FromSeconds(1.02), Card[..7]);
        bench.Wire.Arrive(TimeSpan.FromSeconds(1.03), Card[7..]);
        var began = bench.Time.GetUtcNow();
        var (end, frames, capture) = Listen(bench, 5);
        Assert.IsType<SweepEnd.Done>(end);
        Assert.Equal([(false, 1.0), (true, 1.03)], frames.Select(frame => (frame.IsReply, Math.Round((frame.At - began).TotalSeconds, 3))));
        Assert.Equal(Poll, frames[0].Bytes.ToArray());
        Assert.Equal((Card.Length, true, false), (frames[1].Bytes.Length, frames[1].IsBlanked, frames[0].IsBlanked));
        Assert.Equal((2, 0), (capture.Frames, capture.StrayBytes));
        Assert.Empty(bench.Wire.Requests);
    }

    [Fact]
    public void ADamagedFrameIsCountedAndNotKept()
    {
        var bench = new ReaderBench();
        byte[] damaged = [.. Card[..^1], 0x00];
        bench.Wire.Arrive(TimeSpan.FromSeconds(1), damaged);
        bench.Wire.Arrive(TimeSpan.FromSeconds(2), Card[..12]);
        bench.Wire.Arrive(TimeSpan.FromSeconds(3), Poll);
        var (_, frames, capture) = Listen(bench, 5);
        Assert.Equal(Poll, Assert.Single(frames).Bytes.ToArray());
        Assert.Equal((1, damaged.Length + 12), (capture.CheckErrors, capture.StrayBytes));
    }

    [Fact]
    public void APulledPlugEndsIt()
    {
        var bench = new ReaderBench();
        bench.Wire.After(TimeSpan.FromSeconds(1), () => bench.Wire.IsLost = true);
        Assert.IsType<SweepEnd.LinkLost>(Listen(bench, 5).End);
    }

    private static (SweepEnd End, List<CapturedFrame> Frames, OsdpCapture Capture) Listen(ReaderBench bench, double seconds)
    {
        var frames = new List<CapturedFrame>();
        var capture = new OsdpCapture(Wire, (_, _, _) => new LinkOpened.Open(bench.Wire), bench.Time);
        var end = capture.Run(TimeSpan.FromSeconds(seconds), frames.Add, CancellationToken.None);
        return (end, frames, capture);
    }
}
