using System.Collections.Immutable;
using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Sections;
using Bridge.Host.Configuration.Text;
using Bridge.Host.Secrets;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration;

/// <summary>Reads the whole site from its nodes, section by section: lines, devices, doors, people's rights, and the outside.</summary>
internal sealed class SiteReader(string directory, Findings findings)
{
    /// <summary>What could be read; to be believed only when the findings have no errors.</summary>
    public SiteConfiguration Read(Section site, string hash)
    {
        var profileDirectory = ReadPath(site, "profileDirectory");
        var lines = LinesSection.Read(site, findings);
        var profiles = Profiles(profileDirectory, site);
        var dataDirectory = ReadPath(site, "dataDirectory") ?? Path.Combine(directory, "data");
        var devices = new DevicesSection(lines, profiles, Readers(new SitePaths(dataDirectory)), findings).Read(site);
        var book = new PointBook(devices, findings);
        var doors = new DoorsSection(book, findings);
        var readers = new ReadersSection(book, findings);
        doors.Read(site, readers);
        var fire = FireInputsSection.Read(site, book, findings);
        WarnOfFire(site, doors, fire);
        var intercoms = new IntercomsSection(book, doors.Names, findings);
        intercoms.Read(site);
        var lobbies = new LobbiesSection(doors.Names, intercoms.Wiring, findings);
        lobbies.Read(site);
        var definitions = Lines(lines, devices, book, intercoms);
        CheckLines(definitions, lines, profiles);
        var mqtt = new MqttSection(directory, findings).Read(site);
        return new SiteConfiguration(
            ReadSite(site),
            ReadTimeZone(site),
            dataDirectory,
            Rules(site, doors, new ClearReaders(devices, findings).Limit(site, readers, doors.Interior), fire) with { Admission = Admission(site, lobbies) },
            definitions,
            new Wiring(doors.Wiring, readers.Wiring, fire) { Intercoms = lobbies.Intercoms, Lobbies = lobbies.Wiring },
            mqtt,
            HttpSection.Read(site, mqtt, findings),
            JournalSection.Read(site, findings),
            LoggingSection.Read(site, directory, dataDirectory, findings),
            profiles,
            hash) { Retention = RetentionSection.Read(site, findings) };
    }

    private BuildingRules Rules(Section site, DoorsSection doors, IEnumerable<AccessPointRules> readers, IReadOnlyList<FireInputWiring> fire)
    {
        var schedules = SchedulesSection.Read(site, findings);
        return new BuildingRules(
            doors.Rules.ToImmutableSortedDictionary(rules => rules.Door, rules => rules),
            readers.ToImmutableSortedDictionary(rules => rules.AccessPoint, rules => rules),
            AccessLevelsSection.Read(site, doors.Names, [.. schedules.Keys.Select(id => id.Value)], findings),
            schedules,
            [.. fire.Select(input => input.Input)],
            LockoutSection.Read(site, findings));
    }

    private AdmissionRules Admission(Section site, LobbiesSection lobbies)
    {
        var (times, switches) = AdmissionSection.Read(site, findings);
        return new AdmissionRules(lobbies.Rules, times, switches);
    }

    private List<LineDefinition> Lines(
        IReadOnlyDictionary<string, LineEntry> lines, IReadOnlyDictionary<string, DeviceEntry> devices, PointBook book, IntercomsSection intercoms)
    {
        var definitions = new List<LineDefinition>();
        foreach (var line in lines.Values)
        {
            DeviceEntry[] units = [.. devices.Values.Where(device => device.Line == line.Line.Value)];
            foreach (var unused in units.Where(device => device.Points is not null && book.PointsOf(device.Device).Count == 0))
            {
                findings.Warning(unused.Node, "nothing uses this device");
            }

            if (line is { Kind: { } kind, Link: { } link })
            {
                definitions.Add(new LineDefinition(line.Line, kind, link, [.. units.Select(device => Define(device, book, intercoms))]));
            }
        }

        return definitions;
    }

    // What the driver would refuse at the start is refused here, with a place. What is wrong in a way that was said already is not said twice.
    private void CheckLines(List<LineDefinition> definitions, IReadOnlyDictionary<string, LineEntry> lines, ProfileCatalog profiles)
    {
        if (findings.HasErrors)
        {
            return;
        }

        foreach (var definition in definitions)
        {
            foreach (var problem in DriverCatalog.Check(definition, profiles))
            {
                findings.Error(lines[definition.Line.Value].Node, problem);
            }
        }
    }

    private static DeviceDefinition Define(DeviceEntry device, PointBook book, IntercomsSection intercoms) =>
        new(device.Device, device.Unit, device.Profile, device.Poll, device.ResponseTimeout, book.PointsOf(device.Device), device.Osdp)
        {
            Keypad = device.Keypad,
            CardFormats = device.CardFormats,
            Intercoms = intercoms.On(device.Device),
        };

    private OsdpReaderSection Readers(SitePaths paths) => new(OsdpKeys.Read(paths.OsdpKeys, paths.OsdpMasterKey), findings);

    private ProfileCatalog Profiles(string? profileDirectory, Section site)
    {
        switch (ProfileCatalog.Load(profileDirectory))
        {
            case ProfileCatalogLoaded.Loaded loaded:
                return loaded.Catalog;
            case ProfileCatalogLoaded.Failed failed:
                foreach (var error in failed.Errors)
                {
                    findings.Error(site.Find("profileDirectory") ?? site.Node, error.TrimEnd('.'));
                }

                return ProfileCatalog.Shipped;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private string ReadSite(Section site)
    {
        const string expected = "a name of 3 to 32 lower-case letters, digits and hyphens, the same for ever";
        var name = site.RequireText("site", expected);
        if (name is not null && !MqttTopics.IsSite(name))
        {
            findings.Expected(site.Find("site")!, expected);
        }

        return name ?? "";
    }

    private TimeZoneInfo ReadTimeZone(Section site)
    {
        const string expected = "a time zone such as \"Asia/Hong_Kong\"";
        if (site.RequireText("timeZone", expected) is not { } name)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        findings.Expected(site.Find("timeZone")!, $"{expected} that this system knows");
        return TimeZoneInfo.Utc;
    }

    private string? ReadPath(Section site, string key) =>
        site.Text(key, "the path of a directory") is { } path ? Path.GetFullPath(path, directory) : null;

    private void WarnOfFire(Section site, DoorsSection doors, IReadOnlyList<FireInputWiring> fire)
    {
        if (fire.Count == 0 && doors.Rules.Exists(rules => rules.FireRelease) && site.Find("fireInputs") is null)
        {
            findings.Warning(site.Find("doors")!, "there are no fireInputs, so the bridge never releases a door on fire; the panel's own wiring has to");
        }
    }
}
