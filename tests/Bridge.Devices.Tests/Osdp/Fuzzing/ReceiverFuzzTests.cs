using System.Globalization;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// Changed frames by the million at the frame reader: no exception, no hang, nothing allocated, nothing found that is no frame, no true frame lost.
/// OSDP_FUZZ_FRAMES is how many (the long form is 1000000000, on all cores, in a Release build); OSDP_FUZZ_SEED and OSDP_FUZZ_BATCH run one batch again.
/// </summary>
public sealed class ReceiverFuzzTests(ITestOutputHelper output)
{
    private const long Usual = 400_000;
    private const int Batch = 50_000;
    private const long AnyBatch = -1;

    /// <summary>A batch takes a twentieth of a second, on a busy machine a second.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly ulong Seed = (ulong)Number("OSDP_FUZZ_SEED", 20_531);
    private static readonly long Frames = Number("OSDP_FUZZ_FRAMES", Usual);
    private static readonly long Only = Number("OSDP_FUZZ_BATCH", AnyBatch);

    [Fact]
    [Conformance(8, "Changed frames by the million at the receiver: no crash, no hang, no frame that is none")]
    public void Nothing_breaks_the_receiver()
    {
        var campaign = new FuzzCampaign(Seed, Batch, Longest, mostAllocated: 0);
        var outcome = Only == AnyBatch
            ? campaign.Run(Frames, Environment.ProcessorCount, () => new FrameFuzzWorker(new ProductReceiver()))
            : campaign.Run(Batch, threads: 1, () => new FrameFuzzWorker(new ProductReceiver()), Only);
        output.WriteLine($"seed {Seed}: {outcome}");
        Assert.Null(outcome.Finding);
    }

    /// <summary>The controls: each of these must be found within the short form.</summary>
    [Theory]
    [InlineData(nameof(ReceiverDefect.TrustsLength), "Exception", "it reads beyond what is there")]
    [InlineData(nameof(ReceiverDefect.TrustsCheck), "wrong check", "it believes a damaged frame")]
    [InlineData(nameof(ReceiverDefect.WaitsAtLengthZero), "did not end", "it hangs")]
    [InlineData(nameof(ReceiverDefect.Hoards), "bytes allocated", "it grows")]
    [InlineData(nameof(ReceiverDefect.LosesAfterFalseStart), "stays lost", "it loses a true frame")]
    public void A_broken_receiver_is_found(string defect, string how, string why)
    {
        var campaign = new FuzzCampaign(Seed, Batch, TimeSpan.FromSeconds(2), mostAllocated: 0);
        var outcome = campaign.Run(Usual, threads: 1, () => new FrameFuzzWorker(new BrokenReceiver(Enum.Parse<ReceiverDefect>(defect))));
        output.WriteLine($"{defect}, {why}: {outcome}");
        Assert.Contains(how, outcome.Finding);
    }

    /// <summary>The judge is written apart from the product; both agree about every frame that the fuzzer starts from.</summary>
    [Fact]
    public void The_frames_to_start_from_are_true() =>
        Assert.All(GoldenFrames.All, frame => Assert.Null(FrameTruth.Objection(frame)));

    private static long Number(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
