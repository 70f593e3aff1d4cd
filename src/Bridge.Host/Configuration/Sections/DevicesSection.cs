using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The units on the lines.</summary>
internal sealed class DevicesSection(IReadOnlyDictionary<string, LineEntry> lines, ProfileCatalog profiles, OsdpReaderSection readers, Findings findings)
{
    private readonly Dictionary<(string Line, int Unit), string> units = [];

    public IReadOnlyDictionary<string, DeviceEntry> Read(Section site)
    {
        var devices = new Dictionary<string, DeviceEntry>(StringComparer.Ordinal);
        foreach (var property in Identifiers.Named(site.Require("devices", "the devices on the lines"), "device", findings))
        {
            devices.Add(property.Name, ReadDevice(property.Name, property.Value));
        }

        return devices;
    }

    private DeviceEntry ReadDevice(string name, SiteNode value)
    {
        if (LineOf(value, "osdp", "osdpTcp") is { } readersLine)
        {
            var reader = readers.Read(name, readersLine, value);
            TakeUnit(readersLine, reader.Unit, name, (value as SiteNode.Object)?.Find("address"), "address");
            return reader;
        }

        if (LineOf(value, "intercomSerial", "intercomTcp") is { } intercomLine)
        {
            return Intercom(name, intercomLine, value);
        }

        if (Section.Open(value, SiteShapes.Device, findings) is not { } section)
        {
            return new DeviceEntry(new DeviceId(name), null, 1, null, "", TimeSpan.Zero, null, null, value);
        }

        var line = ReadLine(section);
        var profile = ReadProfile(section);
        return new DeviceEntry(
            new DeviceId(name),
            line,
            ReadUnit(section, name, line),
            profile,
            profile?.Name ?? "",
            section.Duration("poll", TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(10)),
            section.OptionalDuration("responseTimeout", TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)),
            null,
            value);
    }

    // The line decides which keys a device has.
    private string? LineOf(SiteNode value, params ReadOnlySpan<string> kinds) =>
        value is SiteNode.Object device && device.Find("line") is SiteNode.Text { Value: var line }
        && lines.TryGetValue(line, out var entry) && entry.Kind is { } kind && kinds.Contains(kind)
            ? line
            : null;

    private DeviceEntry Intercom(string name, string line, SiteNode value)
    {
        var section = Section.Open(value, SiteShapes.IntercomDevice, findings)!;
        if (!units.TryAdd((line, 1), name))
        {
            findings.Error(section.Find("line")!, $"device {units[(line, 1)]} is on line {line} already; an intercom has its line for itself");
        }

        return new DeviceEntry(new DeviceId(name), line, 1, SerialIntercomPoints.Instance, "", TimeSpan.Zero, null, null, value);
    }

    private string? ReadLine(Section section)
    {
        if (section.RequireText("line", "the name of a line") is not { } line)
        {
            return null;
        }

        if (lines.ContainsKey(line))
        {
            return line;
        }

        if (!findings.Doubts("$.lines"))
        {
            findings.Error(section.Find("line")!, $"there is no line \"{Printable.Of(line, 40)}\" under lines, {NearestName.Advice(line, [.. lines.Keys])}");
        }

        return null;
    }

    private byte ReadUnit(Section section, string name, string? line)
    {
        // On TCP some devices want 0 or 255; on a wire 0 is the broadcast and 248 to 255 are reserved.
        var onWire = line is null || lines[line].Kind != "modbusTcp";
        if (section.RequireWhole("unit", onWire ? 1 : 0, onWire ? 247 : 255) is not { } unit)
        {
            return 1;
        }

        if (line is not null)
        {
            TakeUnit(line, unit, name, section.Find("unit"), "unit");
        }

        return (byte)unit;
    }

    private void TakeUnit(string line, int unit, string name, SiteNode? node, string word)
    {
        if (node is not null && !units.TryAdd((line, unit), name))
        {
            findings.Error(node, $"device {units[(line, unit)]} has {word} {unit} on line {line} already; two devices with one address answer over each other");
        }
    }

    private DeviceProfile? ReadProfile(Section section)
    {
        if (section.RequireText("profile", "the name of a device profile") is not { } name)
        {
            return null;
        }

        var profile = profiles.Find(name);
        if (profile is null && !findings.Doubts("$.profileDirectory"))
        {
            var known = profiles.All.Select(one => one.Name).ToList();
            findings.Error(section.Find("profile")!, $"there is no device profile \"{Printable.Of(name, 40)}\", {NearestName.Advice(name, known)}");
        }

        return profile;
    }
}
