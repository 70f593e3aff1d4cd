using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>What is wrong with a reader is told, and that it is over as well.</summary>
public sealed class TroubleTests
{
    [Fact]
    public void A_reader_that_proves_its_key_again_is_restored()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.SetFaults(new ReaderFaults { CorruptMac = 1 }));
        bench.After(3, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(30);
        Assert.Equal([DeviceRemark.SecurityFailed, DeviceRemark.Restored], Remarks(bench));
        Assert.True(reader.IsInSession);
    }

    [Fact]
    public void A_device_that_goes_away_again_is_restored_with_the_right_one()
    {
        var bench = new ReaderBench();
        var enrolled = new Devices.Osdp.OsdpSecurity(true, ReaderBench.Key(5), default, new byte[] { 0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1 });
        var reader = bench.Add(5, security: enrolled);
        reader.SetFaults(new ReaderFaults { Identity = "CAFE01010299999999011003" });
        bench.After(20, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(60);
        var remarks = Remarks(bench);
        Assert.Equal(DeviceRemark.Replaced, remarks[0]);
        Assert.Equal(DeviceRemark.Restored, remarks[^1]);
        Assert.Single(remarks, kind => kind == DeviceRemark.Restored);
    }

    [Fact]
    public void A_clash_of_addresses_is_over_when_nobody_else_has_answered_for_a_minute()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(new ReaderFaults { Duplicate = 1 });
        bench.After(10, () => reader.SetFaults(ReaderFaults.None));
        List<DeviceRemark> afterSixtySeconds = [];
        bench.After(60, () => afterSixtySeconds = Remarks(bench));
        bench.Run(175);
        Assert.Equal([DeviceRemark.AddressClash], afterSixtySeconds);
        Assert.Equal([DeviceRemark.AddressClash, DeviceRemark.Restored], Remarks(bench));
    }

    [Fact]
    public void One_report_that_makes_no_sense_is_no_trouble()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.Report(0x48, [1]));
        bench.Run(10);
        Assert.Equal([DeviceRemark.Nonsense], Remarks(bench));
    }

    [Fact]
    public void A_reader_that_is_well_is_not_remarked()
    {
        var bench = new ReaderBench();
        bench.Add(5);
        bench.Add(6, isSecure: false, profile: new ReaderProfile());
        bench.Run(100);
        Assert.Empty(Remarks(bench));
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
    }

    private static List<DeviceRemark> Remarks(ReaderBench bench) => [.. bench.Of<DeviceEvent.Remark>().Select(remark => remark.Kind)];
}
