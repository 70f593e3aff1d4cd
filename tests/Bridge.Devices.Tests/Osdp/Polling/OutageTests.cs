using Bridge.Simulators.Osdp;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Half a minute without a word, at the real line on virtual time: the host is told which reads are old.</summary>
public sealed class OutageTests
{
    private const double Goes = 3;
    private const double Returns = Goes + 30;
    private const string During = "10111011000000110010000110";
    private const string After = "00001010000000000001001111";

    /// <summary>The control is the other card: it is shown when the reader has had nothing to say for a while, and is told as new.</summary>
    [Conformance(42, "A read that a reader kept through an outage of 30 s is told as old")]
    [Theory]
    [InlineData(true, "in a secure channel")]
    [InlineData(false, "in clear")]
    public void A_read_kept_through_an_outage_is_told_as_old(bool isSecure, string why)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, isSecure, new ReaderProfile { KeepsReadsOffline = true });
        bench.After(Goes, () => bench.Unplugged.Add(5));
        bench.After(Goes + 10, () => reader.PresentCard(During));
        bench.After(Returns, () => bench.Unplugged.Remove(5));
        bench.After(Returns + 13, () => reader.PresentCard(After));
        while (bench.Wire.Now.TotalSeconds < Returns + 15)
        {
            // A line on which nobody answers ends after 20 s; the host opens it again.
            bench.Run(Returns + 15 - bench.Wire.Now.TotalSeconds);
        }

        Assert.True(bench.Of<DeviceEvent.CredentialRead>().Select(read => read.QueuedWhileOffline).SequenceEqual([true, false]), why);
        Assert.Contains(bench.Of<DeviceEvent.Offline>(), _ => true);
    }
}
