using Bridge.Devices;
using Bridge.Devices.Transport;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Serial lines and TCP connections.</summary>
internal static class LinesSection
{
    private static readonly int[] Bauds = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400];

    public static IReadOnlyDictionary<string, LineEntry> Read(Section site, Findings findings)
    {
        var lines = new Dictionary<string, LineEntry>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Identifiers.Named(site.Require("lines", "the lines that lead to the devices"), "line", findings))
        {
            var (kind, link, place) = ReadLine(property.Value, findings);
            lines.Add(property.Name, new LineEntry(new LineId(property.Name), kind, link, property.Value));
            if (link is not null && place is not null && !owners.TryAdd(Place(link), property.Name))
            {
                findings.Error(place, $"line {owners[Place(link)]} uses {Place(link)} already, and only one line can own it; put the devices of both on one line");
            }
        }

        return lines;
    }

    private static (string? Kind, LinkDefinition? Link, SiteNode? Place) ReadLine(SiteNode value, Findings findings)
    {
        var expected = Section.Words(DriverCatalog.LineKinds);
        if (value is not SiteNode.Object node)
        {
            findings.Expected(value, "an object with kind");
            return (null, null, null);
        }

        if (new Section(node, findings).RequireText("kind", expected) is not { } kind)
        {
            return (null, null, null);
        }

        if (!DriverCatalog.LineKinds.Contains(kind))
        {
            findings.Expected(node.Find("kind")!, expected);
            return (null, null, null);
        }

        var section = Section.Open(node, Shape(kind), findings)!;
        return Shape(kind) == SiteShapes.TcpLine
            ? (kind, Tcp(section, kind), section.Find("port") ?? section.Find("host"))
            : (kind, Serial(section), section.Find("serialPort"));
    }

    private static SiteShape Shape(string kind) => kind switch
    {
        "modbusRtu" or "intercomSerial" => SiteShapes.SerialLine,
        "osdp" => SiteShapes.OsdpLine,
        _ => SiteShapes.TcpLine,
    };

    private static LinkDefinition.Tcp? Tcp(Section section, string kind)
    {
        var host = section.RequireText("host", "a host name or an IP address");

        // Modbus has a port of its own; what goes through a serial device server has whatever that was given.
        var port = kind is "osdpTcp" or "intercomTcp" ? section.RequireWhole("port", 1, 65535) ?? 0 : section.Whole("port", 502, 1, 65535);
        var timeout = section.Duration("connectTimeout", TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            section.Findings.Expected(section.Find("host")!, "a host name or an IP address without a port");
            return null;
        }

        return host is null ? null : new LinkDefinition.Tcp(host, port, timeout);
    }

    private static LinkDefinition.Serial? Serial(Section section)
    {
        var port = section.RequireText("serialPort", "a device path such as /dev/serial/by-id/... or COM3");
        var baud = section.Whole("baud", 9600, Bauds[0], Bauds[^1]);
        if (!Bauds.Contains(baud))
        {
            section.Findings.Expected(section.Find("baud")!, string.Join(", ", Bauds));
        }

        var parity = section.Choice("parity", SerialParity.None, ("none", SerialParity.None), ("even", SerialParity.Even), ("odd", SerialParity.Odd));
        var stopBits = section.Whole("stopBits", 1, 1, 2);
        var rs485 = section.Flag("rs485", false);
        var localEcho = section.Flag("localEcho", false);
        var dtr = section.Flag("dtr", false);
        var rts = section.Flag("rts", false);

        // Modbus RTU, OSDP and the lines of intercoms have 8 data bits by definition: there is no key for them.
        return port is null ? null : new LinkDefinition.Serial(port, baud, parity, 8, stopBits, rs485, localEcho, dtr, rts);
    }

    /// <summary>What two lines cannot share. A by-id name and the port it leads to are the same port.</summary>
    private static string Place(LinkDefinition link) => link switch
    {
        LinkDefinition.Tcp tcp => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tcp.Host}:{tcp.Port}"),
        LinkDefinition.Serial serial => Target(serial.Port),
        _ => throw new System.Diagnostics.UnreachableException(link.GetType().Name),
    };

    private static string Target(string port)
    {
        try
        {
            return File.ResolveLinkTarget(port, returnFinalTarget: true)?.FullName ?? port;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Not plugged in now: its own name is all there is to compare.
            return port;
        }
    }
}
