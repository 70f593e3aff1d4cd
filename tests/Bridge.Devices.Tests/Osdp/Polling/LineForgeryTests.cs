using System.Globalization;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>
/// Forged and replayed replies to the whole line: each ends the session, none is delivered. The long form is OSDP_LINE_FORGERIES=1000000, as many of both.
/// What the line would let in without the comparison of the authentication codes is shown where it can be taken out, at the session.
/// </summary>
public sealed class LineForgeryTests(ITestOutputHelper output)
{
    private const int Seed = 20261129;
    private const int Kept = 64;
    private const byte Raw = 0x50;

    private static readonly int Trials =
        int.TryParse(Environment.GetEnvironmentVariable("OSDP_LINE_FORGERIES"), CultureInfo.InvariantCulture, out var trials) ? trials : 300;

    [Conformance(61, "S6 and S7 at the whole line: forged and replayed replies end the session, none is delivered")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_forged_and_no_replayed_reply_is_delivered(bool isReplay)
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromSeconds(1) };
        var reader = bench.Add(5);
        var random = new Random(Seed);
        var old = new List<byte[]>();
        long spoilt = 0, cards = 0, reads = 0;
        bench.Instead = command =>
        {
            if (random.Next(8) == 0 && reader.WaitingReports == 0)
            {
                reader.PresentCard("10111011000000110010000110");
            }

            if (reader.Answer(command).Parts is not [var part])
            {
                return null;
            }

            if (!IsSealed(part.Bytes))
            {
                return part.Bytes;
            }

            var other = isReplay ? Replay(old, part.Bytes, random) : Forge(part.Bytes, random);
            Keep(old, part.Bytes);
            if (other is not null && random.Next(10) == 0)
            {
                spoilt++;
                return other;
            }

            cards += part.Bytes[7] == Raw ? 1 : 0;
            return part.Bytes;
        };
        while (spoilt < Trials)
        {
            bench.Run(3600);
            reads += bench.Of<DeviceEvent.CredentialRead>().Count();
            bench.Events.Clear();
            bench.Wire.Requests.Clear();
            bench.Replies.Clear();
        }

        output.WriteLine($"seed {Seed}, replayed {isReplay}: {spoilt} spoilt replies, {bench.Figures(5).SecurityFailures} of them noticed; {reads} reads of {cards} true card replies");
        Assert.Equal(spoilt, bench.Figures(5).SecurityFailures);
        Assert.InRange(reads, Trials / 100, cards);
    }

    private static bool IsSealed(byte[] frame) => (frame[4] & 8) != 0 && frame[6] is 0x16 or 0x18;

    /// <summary>One bit between the code and the end of the authentication code, and the check made right again.</summary>
    private static byte[] Forge(byte[] reply, Random random)
    {
        var forged = reply.ToArray();
        forged[random.Next(7, forged.Length - 2)] ^= (byte)(1 << random.Next(8));
        return PlainFrame.WithCrc(forged);
    }

    /// <summary>An earlier reply under the number of this one, of this session or one before.</summary>
    private static byte[]? Replay(List<byte[]> old, byte[] reply, Random random)
    {
        var fitting = old.FindAll(each => (each[4] & 3) == (reply[4] & 3) && !each.SequenceEqual(reply));
        return fitting.Count == 0 ? null : fitting[random.Next(fitting.Count)];
    }

    private static void Keep(List<byte[]> old, byte[] reply)
    {
        if (old.Count == Kept)
        {
            old.RemoveAt(0);
        }

        old.Add(reply);
    }
}
