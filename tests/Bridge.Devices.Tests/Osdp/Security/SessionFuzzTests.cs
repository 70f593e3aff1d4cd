using System.Globalization;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>
/// Anything at all while a session is up: random frames with a right check, of any code, block and length; and, from somebody who has the keys, random
/// blocks with a right authentication code. No exception, nothing but the reply is delivered. More: OSDP_FUZZ_FRAMES; one run again: OSDP_FUZZ_SEED.
/// </summary>
public sealed class SessionFuzzTests(ITestOutputHelper output)
{
    private static readonly int Trials = Number("OSDP_FUZZ_FRAMES", 20_000);
    private static readonly int Seed = Number("OSDP_FUZZ_SEED", 4_711);

    [Fact]
    [Conformance(52, "Random frames in a session: nothing is delivered, the session goes on")]
    public void RandomFramesDeliverNothing()
    {
        var random = new Random(Seed);
        var outcomes = new int[Enum.GetValues<OpenOutcome>().Length];
        int delivered = 0, genuine = 0;
        using var bench = new SessionBench(new SessionRules(ClearStatusAccepted: true));
        for (var trial = 0; trial < Trials; trial++)
        {
            bench.Poll();
            if (OsdpFrame.Read(RandomFrame(random, bench.Sequence), out var frame) == FrameFault.None)
            {
                outcomes[(int)bench.Session.Open(frame, new byte[64], out var length)]++;
                delivered += length;
            }

            genuine += bench.Open(bench.Reader.Answer(bench.Sequence, 0x50, [1, 2, 3])) == OpenOutcome.Accepted ? 1 : 0;
        }

        output.WriteLine($"seed {Seed}: {Trials} random frames, {outcomes[(int)OpenOutcome.Accepted]} accepted, {delivered} bytes delivered");
        output.WriteLine($"Outcomes: {string.Join(", ", Enum.GetValues<OpenOutcome>().Select(outcome => $"{outcomes[(int)outcome]} {outcome}"))}");
        output.WriteLine($"Control: {genuine} genuine replies behind them accepted");
        Assert.Equal((0, 0, Trials), (outcomes[(int)OpenOutcome.Accepted], delivered, genuine));
        Assert.True(outcomes[(int)OpenOutcome.WrongMac] > Trials / 20, "the frames do not reach the authentication code");
    }

    [Fact]
    [Conformance(58, "Random blocks under a right authentication code: padding decides, nothing breaks")]
    public void RandomBlocksAreAcceptedOnlyWithRightPadding()
    {
        var random = new Random(Seed);
        int accepted = 0, wrong = 0;
        for (var trial = 0; trial < Trials / 10; trial++)
        {
            using var bench = new SessionBench();
            bench.Poll();
            var blocks = new byte[16 * random.Next(1, 5)];
            random.NextBytes(blocks);
            var zeros = random.Next(17);
            blocks.AsSpan(blocks.Length - zeros).Clear();
            var isPadded = random.Next(2) == 0 && zeros < 16;
            if (isPadded)
            {
                blocks[blocks.Length - zeros - 1] = 0x80;
            }

            var outcome = bench.Open(bench.Reader.Sealed(bench.Sequence, 0x50, blocks), out var data);
            accepted += outcome == OpenOutcome.Accepted ? 1 : 0;
            var expected = Expected(blocks);
            wrong += (outcome == OpenOutcome.Accepted) == (expected is not null) && data == (expected ?? "") ? 0 : 1;
        }

        output.WriteLine($"seed {Seed}: {Trials / 10} random blocks under a right code, {accepted} with right padding, {wrong} judged wrongly");
        Assert.Equal(0, wrong);
        Assert.InRange(accepted, Trials / 40, Trials / 10 * 3 / 4);
    }

    /// <summary>The rule in other words: behind the last byte that is not 0 there are fewer than 16, and it is 80.</summary>
    private static string? Expected(byte[] blocks)
    {
        var text = Hex.Text(blocks);
        while (text.EndsWith("00", StringComparison.Ordinal))
        {
            text = text[..^2];
        }

        return text.EndsWith("80", StringComparison.Ordinal) && (2 * blocks.Length) - text.Length < 32 ? text[..^2] : null;
    }

    private static byte[] RandomFrame(Random random, byte sequence)
    {
        byte[][] blocks = [[], [2, 0x16], [2, 0x18], [2, 0x15], [2, (byte)random.Next(256)], [3, (byte)random.Next(256), (byte)random.Next(256)]];
        var block = blocks[random.Next(blocks.Length)];
        var data = new byte[random.Next(3) == 0 ? 0 : 16 * random.Next(1, 3)];
        random.NextBytes(data);
        var bytes = new byte[FrameLayout.LongestFrame];
        var header = new FrameHeader(random.Next(8) == 0 ? (byte)random.Next(256) : (byte)0x85, random.Next(4) == 0 ? (byte)random.Next(4) : sequence);
        var frame = FrameBuilder.Begin(bytes, header, block, (byte)random.Next(0x40, 0x60), data.Length);
        data.CopyTo(frame.Data);
        random.NextBytes(frame.Mac);
        return bytes[..frame.Close()];
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
