using System.Globalization;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// A secure reader's replies, spoiled by somebody without the key and by a reader that talks nonsense, at the whole line. OSDP_FUZZ_REPLIES is how many
/// (the long form is 10000000 of each kind, on all cores, in a Release build); OSDP_FUZZ_SEED and OSDP_FUZZ_BATCH run one batch again.
/// </summary>
public sealed class LineFuzzTests(ITestOutputHelper output)
{
    private const long Usual = 40_000;
    private const int Batch = 4_000;
    private const long AnyBatch = -1;

    /// <summary>What is said in remarks and events, and what a new line is made of; nothing that could grow.</summary>
    private const long MostAllocated = 64 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly ulong Seed = (ulong)Number("OSDP_FUZZ_SEED", 4_711);
    private static readonly long Replies = Number("OSDP_FUZZ_REPLIES", Usual);
    private static readonly long Only = Number("OSDP_FUZZ_BATCH", AnyBatch);

    [Theory]
    [Conformance(52, "Spoiled replies by the million at a line in session: nothing delivered but what the reader told, no lock moved twice, back afterwards")]
    [InlineData(false, "somebody on the line without the key")]
    [InlineData(true, "and the reader itself, with the key, talks nonsense")]
    public void Nothing_breaks_the_line(bool nonsense, string who)
    {
        var campaign = new FuzzCampaign(Seed, Batch, Longest, MostAllocated);
        var inSession = SessionFuzzWorker.InSession;
        var outcome = Only == AnyBatch
            ? campaign.Run(Replies, Environment.ProcessorCount, () => new SessionFuzzWorker(nonsense, judgesCards: !nonsense))
            : campaign.Run(Batch, threads: 1, () => new SessionFuzzWorker(nonsense, judgesCards: !nonsense), Only);
        var share = (double)(Interlocked.Read(ref SessionFuzzWorker.InSession) - inSession) / outcome.Cases;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who}; seed {Seed}: {outcome}; {share:P0} of the replies were given in a session"));
        Assert.Null(outcome.Finding);
        Assert.True(share > 0.5, "most replies came before the session was up");
    }

    [Fact]
    public void Who_has_the_key_and_lies_is_found()
    {
        var outcome = new FuzzCampaign(Seed, Batch, Longest, MostAllocated).Run(Usual, threads: 1, () => new SessionFuzzWorker(nonsense: true, judgesCards: true));
        output.WriteLine($"control, a liar with the key is judged like one without: {outcome}");
        Assert.Contains("deliver", outcome.Finding);
    }

    private static long Number(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
