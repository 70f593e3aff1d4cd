using Bridge.Devices.Osdp;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>What is refused before a port is opened.</summary>
public sealed class LineRulesTests
{
    private static readonly DeviceDefinition Good = new(
        new DeviceId("front"), 5, "", TimeSpan.FromMilliseconds(50), null, [new PointDefinition("reader", false, null)], OsdpSecurity.WithKey(ReaderBench.Key(5)));

    private static readonly LinkDefinition.Serial Port = new("/dev/ttyUSB0", 9600, SerialParity.None, 8, 1, false, false, false, false);

    public static TheoryData<string, byte[]> WeakKeys => new()
    {
        { "all zero", new byte[16] },
        { "one byte", [.. Enumerable.Repeat((byte)0xA5, 16)] },
        { "counting up", [.. Enumerable.Range(0, 16).Select(value => (byte)value)] },
        { "counting down", [.. Enumerable.Range(0, 16).Select(value => (byte)(15 - value))] },
        { "the default key", [.. Enumerable.Range(0x30, 16).Select(value => (byte)value)] },
        { "too short", new byte[8] },
    };

    [Fact]
    public void A_line_of_readers_is_taken_on_both_kinds_of_link()
    {
        Assert.Empty(Problems(Good));
        Assert.Empty(DriverCatalog.Check(new LineDefinition(new LineId("l"), "osdpTcp", new LinkDefinition.Tcp("gate", 4001, TimeSpan.FromSeconds(1)), [Good]), ProfileCatalog.Shipped));
        Assert.Empty(Problems(Good with { Osdp = OsdpSecurity.Clear }));
        Assert.IsType<OsdpLine>(DriverCatalog.Create(Line(Good), ProfileCatalog.Shipped, TimeProvider.System));
    }

    [Conformance(61, "Security test S11: weak keys refused")]
    [Theory, MemberData(nameof(WeakKeys))]
    public void A_weak_key_is_refused(string why, byte[] key) =>
        Assert.True(Problems(Good with { Osdp = OsdpSecurity.WithKey(key) }) is [var problem] && problem.Contains("key is refused"), why);

    [Fact]
    public void Saying_nothing_of_security_is_refused() =>
        Assert.Contains("key is missing", Assert.Single(Problems(Good with { Osdp = null })));

    [Conformance(61, "Security test S11: shared key refused")]
    [Fact]
    public void One_key_for_two_readers_is_refused() =>
        Assert.Contains("same key", Assert.Single(Problems(Good, Good with { Device = new DeviceId("back"), Unit = 6 })));

    [Fact]
    public void A_key_and_the_word_clear_contradict_each_other() =>
        Assert.Contains("in clear", Assert.Single(Problems(Good with { Osdp = new OsdpSecurity(false, ReaderBench.Key(5), default, default) })));

    [Fact]
    public void Addresses_points_paces_and_speeds_are_checked()
    {
        Assert.Contains("0 to 126", Assert.Single(Problems(Good with { Unit = 127 })));
        Assert.Contains("no point 'lock'", Assert.Single(Problems(Good with { Points = [new PointDefinition("lock", false, null)] })));
        Assert.Contains("poll interval", Assert.Single(Problems(Good with { PollInterval = TimeSpan.FromSeconds(5) })));
        Assert.Contains("no OSDP speed", Assert.Single(DriverCatalog.Check(Line(Good) with { Link = Port with { Baud = 4800 } }, ProfileCatalog.Shipped)));
        Assert.Contains("no parity", Assert.Single(DriverCatalog.Check(Line(Good) with { Link = Port with { Parity = SerialParity.Even } }, ProfileCatalog.Shipped)));
        Assert.Contains("serial port", Assert.Single(DriverCatalog.Check(
            Line(Good) with { Link = new LinkDefinition.Tcp("gate", 1, TimeSpan.FromSeconds(1)) }, ProfileCatalog.Shipped)));
        Assert.Contains("used by front and back", Assert.Single(Problems(
            Good, Good with { Device = new DeviceId("back"), Osdp = OsdpSecurity.WithKey(ReaderBench.Key(6)) })));
    }

    private static IReadOnlyList<string> Problems(params DeviceDefinition[] devices) => DriverCatalog.Check(Line(devices), ProfileCatalog.Shipped);

    private static LineDefinition Line(params DeviceDefinition[] devices) => new(new LineId("l"), "osdp", Port, devices);
}
