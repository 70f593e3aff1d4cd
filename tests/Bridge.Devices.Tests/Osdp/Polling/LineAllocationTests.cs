using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Polling allocates nothing, in clear and in session: the collector never stops a line.</summary>
public sealed class LineAllocationTests(ITestOutputHelper output)
{
    private const int Steps = 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_poll_allocates_nothing(bool isSecure)
    {
        using var link = new CannedReader(ReaderBench.Key(5));
        var line = Line(isSecure, link);
        var (schedule, sessions) = line.Begin(link);
        Func<DeviceEvent, bool> offer = static _ => true;
        for (var step = 0; step < 2_000; step++)
        {
            Assert.True(schedule.Step(offer));
        }

        Assert.Equal((PeripheralPhase.Online, isSecure), (sessions[0].State.Phase, sessions[0].State.InSession));
        var polls = line.Peripherals[0].Polls;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < Steps; step++)
        {
            schedule.Step(offer);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        polls = line.Peripherals[0].Polls - polls;
        before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < Steps; step++)
        {
            schedule.Step(_ => step > 0);
        }

        var control = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"secure {isSecure}: {allocated} bytes in {polls} polls. Control, a new delegate each step: {control} bytes in {Steps} steps");
        Assert.Equal(0, allocated);
        Assert.True(polls > Steps / 4, $"only {polls} polls");
        Assert.True(control > Steps * 32, "the measurement sees nothing");
    }

    private static OsdpLine Line(bool isSecure, CannedReader link)
    {
        var security = isSecure ? OsdpSecurity.WithKey(ReaderBench.Key(5)) : OsdpSecurity.Clear;
        string[] points = ["reader", "tamper", "input1", "output1"];
        var device = new DeviceDefinition(
            ReaderBench.Device(5), 5, "", TimeSpan.FromMilliseconds(50), null, [.. points.Select(point => new PointDefinition(point, false, null))], security);
        var serial = new LinkDefinition.Serial("/dev/virtual", 9600, SerialParity.None, 8, 1, false, false, false, false);
        var definition = new LineDefinition(new LineId("line"), "osdp", serial, [device]);
        Assert.Empty(DriverCatalog.Check(definition, ProfileCatalog.Shipped));
        return new OsdpLine(DriverCatalog.OsdpSetup(definition), link.Time, link);
    }
}
