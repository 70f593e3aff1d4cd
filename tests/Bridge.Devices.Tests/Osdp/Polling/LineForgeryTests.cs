using System.Globalization;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>
/// Forged and replayed replies to the whole line: each ends the session, none is delivered. The long form is OSDP_LINE_FORGERIES=1000000, as many of both.
/// What the line would let in without the comparison of the authentication codes is shown where it can be taken out, at the session.
/// </summary>
public sealed class LineForgeryTests(ITestOutputHelper output)
{
    private const int Seed = 20261129;

    private static readonly int Trials =
        int.TryParse(Environment.GetEnvironmentVariable("OSDP_LINE_FORGERIES"), CultureInfo.InvariantCulture, out var trials) ? trials : 300;

    [Conformance(61, "S6 and S7 at the whole line: forged and replayed replies end the session, none is delivered")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_forged_and_no_replayed_reply_is_delivered(bool isReplay)
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromSeconds(1) };
        var forger = new ReplyForger(bench.Add(5), isReplay, new Random(Seed));
        bench.Instead = forger.Answer;
        var reads = 0L;
        while (forger.Spoilt < Trials)
        {
            bench.Run(3600);
            reads += bench.Of<DeviceEvent.CredentialRead>().Count();
            bench.Events.Clear();
            bench.Wire.Requests.Clear();
            bench.Replies.Clear();
        }

        output.WriteLine($"seed {Seed}, replayed {isReplay}: {forger.Spoilt} spoilt replies, {bench.Figures(5).SecurityFailures} of them noticed; "
            + $"{reads} reads of {forger.TrueCards} true card replies");
        Assert.Equal(forger.Spoilt, bench.Figures(5).SecurityFailures);
        Assert.InRange(reads, Trials / 100, forger.TrueCards);
    }
}
