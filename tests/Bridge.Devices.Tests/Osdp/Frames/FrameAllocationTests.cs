using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Tests.Osdp.Frames;

/// <summary>A line that polls for years must not wake the collector.</summary>
public sealed class FrameAllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 10_000;
    private readonly byte[] _command = new byte[64];
    private readonly byte[] _heard = Hex.Bytes("ff 00 53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81 53 85 08 00 05 40 3f bd 53 85");
    private readonly FrameReceiver _receiver = new(new FrameFigures());
    private int _bits;

    [Fact]
    public void AFrameAllocatesNothing()
    {
        Measure(Round);
        var before = _bits;
        var allocated = Measure(Round);
        var control = Measure(() => PlainFrame.Reply(5, 1, 0x40, []));
        output.WriteLine($"{Rounds} commands written and {Rounds} replies found behind noise and read: {allocated} bytes. Control: {control} bytes");
        Assert.Equal(0, allocated);
        Assert.Equal(26 * Rounds, _bits - before);
        Assert.True(control > 100 * Rounds, "the measurement sees nothing");
    }

    private static long Measure(Action round)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < Rounds; count++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Round()
    {
        FrameBuilder.Write(_command, new FrameHeader(5, 1, LeadingMark: true), 0x60, []);
        _heard.CopyTo(_receiver.Room);
        _receiver.Take(_heard.Length);
        while (_receiver.TryNext(out var frame, lineIsSilent: true))
        {
            _bits += RawReply.Read(frame.Data, out var raw) == 0 ? raw.BitCount : 0;
        }
    }
}
