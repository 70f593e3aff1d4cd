using System.Diagnostics;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>A secure line allocates no more than a clear one: nothing.</summary>
public sealed class SessionAllocationTests(ITestOutputHelper output)
{
    private const int Exchanges = 3000;
    private static readonly byte[] LedData = Hex.Bytes("0000000000000000000101000200");
    private readonly byte[] _command = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _data = new byte[FrameLayout.LongestFrame];

    [Fact]
    public void ASealedExchangeAllocatesNothing()
    {
        var replies = Recorded();
        using var warm = SessionVectors.Session();
        Play(warm, replies);
        using var session = SessionVectors.Session();
        var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var bytes = Play(session, replies);
        var (spent, allocated) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
        before = GC.GetAllocatedBytesForCurrentThread();
        using var key = BlockCipher.For(Hex.Bytes(SessionVectors.BaseKey));
        var control = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine(
            $"{Exchanges} commands sealed and {Exchanges} replies opened ({bytes} bytes of data): {allocated} bytes allocated, "
                + $"{spent.TotalMicroseconds / Exchanges:F1} us each. Control: one cipher {control} bytes");
        Assert.Equal(0, allocated);
        Assert.Equal(8 * (Exchanges / 2), bytes);
        Assert.True(control > 100, "the measurement sees nothing");
    }

    /// <summary>The same random numbers and the same commands give the same session, so its replies can be made beforehand.</summary>
    private static List<byte[]> Recorded()
    {
        using var bench = new SessionBench();
        var replies = new List<byte[]>();
        for (var count = 0; count < Exchanges; count++)
        {
            bench.Send(count % 2 == 0 ? OsdpCommandCode.Poll : OsdpCommandCode.Led, count % 2 == 0 ? [] : LedData);
            replies.Add(bench.Reader.Answer(bench.Sequence, (byte)(count % 2 == 0 ? 0x50 : 0x40), count % 2 == 0 ? Hex.Bytes("00011a00bb032180") : []));
            Assert.Equal(OpenOutcome.Accepted, bench.Open(replies[^1]));
        }

        return replies;
    }

    private int Play(SecureSession session, List<byte[]> replies)
    {
        var bytes = 0;
        for (var count = 0; count < Exchanges; count++)
        {
            var header = new FrameHeader(5, (byte)((count % 3) + 1));
            if (count % 2 == 0)
            {
                session.Seal(_command, header, OsdpCommandCode.Poll, []);
            }
            else
            {
                session.Seal(_command, header, OsdpCommandCode.Led, LedData);
            }

            if (OsdpFrame.Read(replies[count], out var frame) != FrameFault.None || session.Open(frame, _data, out var length) != OpenOutcome.Accepted)
            {
                throw new InvalidOperationException($"exchange {count} was refused");
            }

            bytes += length;
        }

        return bytes;
    }
}
