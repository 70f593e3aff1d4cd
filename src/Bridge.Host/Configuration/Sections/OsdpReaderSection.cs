using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Host.Secrets;

namespace Bridge.Host.Configuration.Sections;

/// <summary>One OSDP reader. A secure channel is required unless the site says "secure": false; its key is in a file of its own, never in the site file.</summary>
internal sealed class OsdpReaderSection(OsdpKeys keys, Findings findings)
{
    private const int HighestAddress = 126;

    public DeviceEntry Read(string name, string line, SiteNode value)
    {
        if (Section.Open(value, SiteShapes.OsdpReader, findings) is not { } section)
        {
            return new DeviceEntry(new DeviceId(name), line, 0, null, "", TimeSpan.Zero, null, null, value);
        }

        return new DeviceEntry(
            new DeviceId(name),
            line,
            (byte)(section.RequireWhole("address", 0, HighestAddress) ?? 0),
            OsdpReaderPoints.Instance,
            "",
            section.Duration("poll", TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2)),
            null,
            section.Flag("secure", true) ? Key(name, section) : Clear(name, section),
            value);
    }

    private OsdpSecurity Clear(string name, Section section)
    {
        findings.Warning(section.Find("secure")!,
            $"{name} is read in clear: whoever reaches its two wires reads every card and PIN, and can send them again. Only for a reader that cannot do better");
        return OsdpSecurity.Clear;
    }

    private OsdpSecurity? Key(string name, Section section)
    {
        switch (keys.Find(name))
        {
            case OsdpKeyFound.Found found:
                return found.Security;
            case OsdpKeyFound.Missing:
                findings.Warning(section.Node, $"{name} has no key in {keys.Path} yet, so it is not used: nobody can come in there");
                return null;
            case OsdpKeyFound.Refused refused:
                findings.Error(section.Node, refused.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
