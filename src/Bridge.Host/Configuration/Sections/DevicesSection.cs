using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The units on the lines.</summary>
internal sealed class DevicesSection(IReadOnlyDictionary<string, LineEntry> lines, ProfileCatalog profiles, Findings findings)
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
        if (Section.Open(value, SiteShapes.Device, findings) is not { } section)
        {
            return new DeviceEntry(new DeviceId(name), null, 1, null, TimeSpan.Zero, null, value);
        }

        var line = ReadLine(section);
        return new DeviceEntry(
            new DeviceId(name),
            line,
            ReadUnit(section, name, line),
            ReadProfile(section),
            section.Duration("poll", TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(10)),
            section.OptionalDuration("responseTimeout", TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)),
            value);
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

        if (line is not null && !units.TryAdd((line, unit), name))
        {
            findings.Error(section.Find("unit")!, $"device {units[(line, unit)]} has unit {unit} on line {line} already; two devices with one address answer over each other");
        }

        return (byte)unit;
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
