using System.Globalization;
using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Frames;

/// <summary>
/// Noise, damaged frames and true ones, in any order. Nothing breaks, nothing grows, no damaged frame is believed, every true one is. More for a night:
/// OSDP_FUZZ_FRAMES=1000000; one run again: OSDP_FUZZ_SEED.
/// </summary>
public sealed class FrameFuzzTests(ITestOutputHelper output)
{
    private static readonly int Trials = Number("OSDP_FUZZ_FRAMES", 20_000);
    private static readonly int Seed = Number("OSDP_FUZZ_SEED", 20_531);

    [Fact]
    [Conformance(8, "Noise between frames: no crash, no frame that was not sent")]
    public void OnlyTrueFramesAreFound()
    {
        var random = new Random(Seed);
        var bench = new ReceiverBench();
        int noise = 0, damaged = 0, sent = 0, lost = 0, invented = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var bytes = RandomFrame(random);
            bench.Found.Clear();
            switch (random.Next(3))
            {
                case 0:
                    noise++;
                    bench.Hear(Noise(random), 1 + random.Next(64)).FallSilent();
                    break;
                case 1:
                    damaged++;
                    bench.Hear(Damage(bytes, random), 1 + random.Next(64)).FallSilent();
                    break;
                default:
                    sent++;
                    bench.Hear(bytes, 1 + random.Next(64));
                    lost += bench.Found.Remove(Hex.Text(bytes)) ? 0 : 1;
                    break;
            }

            invented += bench.Found.Count;
        }

        var (ofDamaged, ofLengths) = (ControlWithoutCheck(), ControlByLength());
        output.WriteLine($"seed {Seed}, {Trials} trials: {noise} of noise, {damaged} damaged frames, {sent} true ones; {lost} lost, {invented} invented.");
        output.WriteLine($"Controls: of {Trials} damaged frames {ofDamaged} are refused for their CRC, and {ofLengths} are taken once it is repaired");
        Assert.Equal((0, 0), (lost, invented));
        Assert.True(ofDamaged == Trials && ofLengths == Trials, "the damage is not what the CRC guards against");
    }

    [Fact]
    [Conformance(8, "1 MB of noise between frames: no crash, no frame that was not sent")]
    public void AMegabyteOfNoiseIsPassedOver()
    {
        var bytes = HeaderRichNoise(new Random(Seed), 1 << 20);
        var figures = new FrameFigures();
        var receiver = new FrameReceiver(figures);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var invented = 0;
        for (var place = 0; place < bytes.Length; place += 64)
        {
            bytes.AsSpan(place, 64).CopyTo(receiver.Room);
            receiver.Take(64);
            while (receiver.TryNext(out _))
            {
                invented++;
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine(
            $"seed {Seed}, {bytes.Length} bytes: {figures.CheckErrors} wrong checks, {figures.BadHeaders} bad headers, {invented} right by chance, "
                + $"{allocated} bytes allocated");

        // A checksum is 8 bits: noise shaped like a frame passes it once in 256 times, and a CRC once in 65536. Nothing but the address, the sequence
        // and the session can refuse those; what must not happen is that more pass than chance lets.
        Assert.True(figures.CheckErrors > 10_000 && invented < figures.CheckErrors / 256, "noise does not reach the checks, or too much of it passes");
        Assert.Equal(0, allocated);
        while (receiver.TryNext(out _, lineIsSilent: true))
        {
            invented++;
        }

        Assert.Equal("5385080005403fbc", FrameBehind(receiver));
    }

    private static string FrameBehind(FrameReceiver receiver)
    {
        var ack = PlainFrame.Reply(5, 1, 0x40, []);
        ack.CopyTo(receiver.Room);
        receiver.Take(ack.Length);
        return receiver.TryNext(out var frame) ? Hex.Text(frame.Bytes) : "nothing";
    }

    /// <summary>Random bytes in which the header of a frame stands every 20 bytes or so.</summary>
    private static byte[] HeaderRichNoise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        for (var place = 0; place < length - 5; place += random.Next(5, 35))
        {
            (bytes[place], bytes[place + 3], bytes[place + 4]) = (FrameLayout.StartByte, (byte)random.Next(2), (byte)random.Next(16));
        }

        return bytes;
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static byte[] RandomFrame(Random random)
    {
        var data = new byte[random.Next(40)];
        random.NextBytes(data);
        return PlainFrame.Reply((byte)random.Next(0x7F), (byte)random.Next(4), (byte)random.Next(256), data);
    }

    /// <summary>Without start bytes: what looks like a frame with a checksum sometimes is one.</summary>
    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = bytes[index] == FrameLayout.StartByte ? FrameLayout.MarkByte : bytes[index];
        }

        return bytes;
    }

    /// <summary>One wrong byte, which a CRC of 16 bits always sees; not in the header, which chooses the length and the check.</summary>
    private static byte[] Damage(byte[] bytes, Random random)
    {
        byte[] damaged = [.. bytes];
        damaged[random.Next(FrameLayout.HeaderLength, damaged.Length)] ^= (byte)random.Next(1, 256);
        return damaged;
    }

    private static int ControlWithoutCheck()
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Trials).Count(_ => OsdpFrame.Read(Damage(RandomFrame(random), random), out var _) == FrameFault.Check);
    }

    private static int ControlByLength()
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Trials)
            .Count(_ => OsdpFrame.Read(PlainFrame.WithCrc(Damage(RandomFrame(random), random)), out var _) == FrameFault.None);
    }
}
