using System.Globalization;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>
/// Frames that the reader did not send now. The long form is OSDP_FORGERIES=1000000: as many forged and as many replayed. The same run without the
/// comparison of the authentication codes must let some in, or it would prove nothing.
/// </summary>
public sealed class ForgeryTests(ITestOutputHelper output)
{
    private const int Seed = 61_850_412;
    private static readonly byte[] Card = Hex.Bytes("00011a00bb032180");

    private static readonly int Trials =
        int.TryParse(Environment.GetEnvironmentVariable("OSDP_FORGERIES"), CultureInfo.InvariantCulture, out var trials) ? trials : 20_000;

    [Fact]
    [Conformance(52, "Forged replies are refused")]
    [Conformance(61, "S6: forged authentication codes")]
    public void NoForgedReplyIsAccepted()
    {
        var (accepted, delivered, genuine) = Forge(null);
        var (control, controlDelivered, _) = Forge((_, _) => true);
        output.WriteLine($"seed {Seed}: {Trials} forged replies, {accepted} accepted, {delivered} bytes delivered; {genuine} genuine ones accepted.");
        output.WriteLine($"Control without the comparison: {control} accepted, {controlDelivered} bytes delivered");
        Assert.Equal((0, 0, Trials / 10), (accepted, delivered, genuine));
        Assert.True(control > Trials / 20 && controlDelivered > 0, "the forged replies fail for another reason than their authentication code");
    }

    [Fact]
    [Conformance(61, "S7: recorded replies played again, in the same and in a later session")]
    public void NoReplayedReplyIsAccepted()
    {
        var (accepted, genuine) = Replay(null);
        var (control, _) = Replay((_, _) => true);
        output.WriteLine($"seed {Seed}: {Trials} recorded replies played again, {accepted} accepted; {genuine} genuine ones between them accepted.");
        output.WriteLine($"Control without the comparison: {control} accepted");
        Assert.Equal((0, Trials), (accepted, genuine));
        Assert.True(control > Trials / 20, "the replayed replies fail for another reason than their authentication code");
    }

    private static (int Accepted, int Delivered, int Genuine) Forge(MacComparison? comparison)
    {
        var random = new Random(Seed);
        var data = new byte[64];
        int accepted = 0, delivered = 0, genuine = 0;
        var bench = new SessionBench(comparison: comparison);
        for (var round = 0; round < Trials / 10; round++)
        {
            bench.Poll();
            var reply = bench.Reader.Answer(bench.Sequence, 0x50, Card);
            for (var trial = 0; trial < 10; trial++)
            {
                var outcome = bench.Session.Open(PlainFrame.Read(Forged(reply, random)), data, out var length);
                accepted += outcome == OpenOutcome.Accepted ? 1 : 0;
                delivered += length;
            }

            if (bench.Open(reply) == OpenOutcome.Accepted)
            {
                genuine++;
            }
            else
            {
                // Only in the control: a forged reply was accepted and the chain is out of step.
                bench.Dispose();
                bench = new SessionBench(comparison: comparison);
            }
        }

        bench.Dispose();
        return (accepted, delivered, genuine);
    }

    /// <summary>A changed or invented authentication code, or changed data under the true one; the CRC is right.</summary>
    private static byte[] Forged(byte[] reply, Random random)
    {
        byte[] forged = [.. reply];
        var mac = forged.AsSpan(forged.Length - 6, 4);
        switch (random.Next(3))
        {
            case 0:
                mac[random.Next(4)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                random.NextBytes(mac);
                break;
            default:
                forged[random.Next(7, forged.Length - 6)] ^= (byte)random.Next(1, 256);
                break;
        }

        return PlainFrame.WithCrc(forged);
    }

    private static (int Accepted, int Genuine) Replay(MacComparison? comparison)
    {
        var random = new Random(Seed);
        var recorded = Recording(random);
        int accepted = 0, genuine = 0;
        var bench = new SessionBench(comparison: comparison);
        for (var trial = 0; trial < Trials; trial++)
        {
            bench.Send(OsdpCommandCode.Poll, []);
            var isIn = bench.Open(recorded[random.Next(recorded.Count)]) == OpenOutcome.Accepted;
            accepted += isIn ? 1 : 0;
            var reply = trial % 2 == 0 ? bench.Reader.Answer(bench.Sequence, 0x40, []) : bench.Reader.Answer(bench.Sequence, 0x50, Card);
            genuine += bench.Open(reply) == OpenOutcome.Accepted ? 1 : 0;
            recorded[random.Next(recorded.Count)] = reply;
            if (isIn)
            {
                bench.Dispose();
                bench = new SessionBench(comparison: comparison);
            }
        }

        bench.Dispose();
        return (accepted, genuine);
    }

    /// <summary>Replies of an earlier session whose commands took another course.</summary>
    private static List<byte[]> Recording(Random random)
    {
        var recorded = new List<byte[]>();
        using var bench = new SessionBench();
        for (var count = 0; count < 300; count++)
        {
            bench.Send(OsdpCommandCode.Led, [1, 2, (byte)random.Next(256)]);
            recorded.Add(bench.Reader.Answer(bench.Sequence, 0x40, []));
            bench.Open(recorded[^1]);
        }

        return recorded;
    }
}
