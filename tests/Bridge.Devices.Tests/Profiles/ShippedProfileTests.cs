using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Profiles;

/// <summary>What holds for every profile that ships.</summary>
public sealed class ShippedProfileTests
{
    public static TheoryData<string> Names => [.. ProfileCatalog.Shipped.All.Select(profile => profile.Name)];

    [Fact]
    public void ThereAreThese() => Assert.Equal(
        [
            "advantech-adam-6060", "brainboxes-ed-588", "eletechsup-r4", "eletechsup-ryn404e", "generic-keypad-lock", "moxa-iologik-e1214",
            "waveshare-relay-8", "waveshare-relay-8-di", "wirenboard-wb-mr6c",
        ],
        ProfileCatalog.Shipped.All.Select(profile => profile.Name));

    [Theory, MemberData(nameof(Names))]
    public void EachCitesItsSourcesAndHasAPage(string name)
    {
        var profile = ProfileCatalog.Shipped.Find(name)!;
        Assert.All(profile.Sources, source => Assert.True(source.Length > 20, source));
        Assert.NotEmpty(profile.PointNames);
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "docs", "drivers"), "*.md").Select(File.ReadAllText);
        Assert.Contains(pages, page => page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void EachCanBeUsedOnALineWithAllItsPoints(string name)
    {
        var profile = ProfileCatalog.Shipped.Find(name)!;
        var device = new DeviceDefinition(
            new DeviceId("device"), 1, name, TimeSpan.FromMilliseconds(100), null, [.. profile.PointNames.Select(point => new PointDefinition(point, false, null))]);
        var line = new LineDefinition(new LineId("line"), "modbusTcp", new LinkDefinition.Tcp("127.0.0.1", 502, TimeSpan.FromSeconds(1)), [device]);
        Assert.Empty(DriverCatalog.Check(line, ProfileCatalog.Shipped));
    }

    public static TheoryData<string, LineDefinition, string> WrongLines => new()
    {
        { "unknown driver", Line("profibus", Tcp, Device("a", 1)), "line lobby: no driver is named 'profibus'; there are modbusTcp, modbusRtu, modbusRtuOverTcp" },
        { "a serial driver on TCP", Line("modbusRtu", Tcp, Device("a", 1)), "line lobby: modbusRtu needs a serial port" },
        { "a TCP driver on a port", Line("modbusTcp", Serial, Device("a", 1)), "line lobby: modbusTcp needs a TCP host and port" },
        { "nobody on the line", Line("modbusTcp", Tcp), "line lobby: has no devices" },
        { "two with one unit", Line("modbusTcp", Tcp, Device("a", 1), Device("b", 1)), "line lobby: unit 1 is used by a and b" },
        { "the broadcast address", Line("modbusRtu", Serial, Device("a", 0)), "line lobby: a has unit 0, which is the broadcast address on a serial line" },
        { "unknown profile", Line("modbusTcp", Tcp, Device("a", 1) with { Profile = "waveshare" }), "device a: no profile is named 'waveshare'" },
        { "unknown point", Line("modbusTcp", Tcp, Device("a", 1) with { Points = [new PointDefinition("relay9", false, null)] }), "device a: waveshare-relay-8 has no point 'relay9'" },
        { "a poll without end", Line("modbusTcp", Tcp, Device("a", 1) with { PollInterval = TimeSpan.Zero }), "device a: poll interval must be 5 ms to 60 s" },
    };

    [Theory, MemberData(nameof(WrongLines))]
    public void AWrongLineGetsOneError(string why, LineDefinition line, string expected)
    {
        var error = Assert.Single(DriverCatalog.Check(line, ProfileCatalog.Shipped));
        Assert.True(error.StartsWith(expected, StringComparison.Ordinal), $"{why}: {error}");
        Assert.Throws<ArgumentException>(() => DriverCatalog.Create(line, ProfileCatalog.Shipped, TimeProvider.System));
    }

    private static LinkDefinition Tcp => new LinkDefinition.Tcp("127.0.0.1", 502, TimeSpan.FromSeconds(1));

    private static LinkDefinition Serial => new LinkDefinition.Serial("/dev/ttyS0", 9600, SerialParity.None, 8, 1, false, false, false, false);

    private static LineDefinition Line(string kind, LinkDefinition link, params DeviceDefinition[] devices) => new(new LineId("lobby"), kind, link, devices);

    private static DeviceDefinition Device(string name, byte unit) => new(
        new DeviceId(name), unit, "waveshare-relay-8", TimeSpan.FromMilliseconds(100), null, [new PointDefinition("relay1", false, null)]);

    // From the test's own folder: a deterministic build rewrites the compiler's idea of where the sources are.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AccessBridge.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found.");
        }

        return folder.FullName;
    }
}
