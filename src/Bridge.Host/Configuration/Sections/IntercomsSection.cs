using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The intercom panels: which door each stands at, and the station or the contacts that its calls come from.</summary>
internal sealed class IntercomsSection(PointBook book, IReadOnlyCollection<string> doors, Findings findings)
{
    private static readonly string[] ContactKeys = ["call", "buttons", "hook", "unlock", "tamper", "fault", "stretch", "ringTime"];
    private readonly IntercomContacts contacts = new(book, findings);
    private readonly List<(DeviceId Device, ContactIntercomDefinition Definition)> definitions = [];

    public List<IntercomWiring> Wiring { get; } = [];

    public IReadOnlyList<ContactIntercomDefinition> On(DeviceId device) => [.. definitions.Where(each => each.Device == device).Select(each => each.Definition)];

    public void Read(Section site)
    {
        foreach (var property in Identifiers.Named(site.Find("intercoms"), "intercom", findings))
        {
            if (Section.Open(property.Value, SiteShapes.Intercom, findings) is { } section)
            {
                ReadIntercom(property.Name, section);
            }
        }
    }

    private void ReadIntercom(string name, Section section)
    {
        var door = ReadDoor(section);
        var units = ReadUnits(section);
        var (source, canDial) = section.Find("station") is { } station ? (Station(name, station, section), true) : (Contacts(name, section), false);
        if (door is not null && source is { } point)
        {
            Wiring.Add(new IntercomWiring(name, new DoorId(door), point, units, canDial));
        }
    }

    private string? ReadDoor(Section section)
    {
        if (section.RequireText("door", "the name of the door that it stands at") is not { } door)
        {
            return null;
        }

        if (doors.Contains(door))
        {
            return door;
        }

        if (!findings.Doubts("$.doors"))
        {
            findings.Error(section.Find("door")!, $"there is no door \"{Printable.Of(door, 40)}\" under doors, {NearestName.Advice(door, doors)}");
        }

        return null;
    }

    private PointId? Station(string name, SiteNode node, Section section)
    {
        foreach (var key in ContactKeys.Where(key => section.Find(key) is not null))
        {
            findings.Error(section.Find(key)!, $"a station tells its calls itself, and this intercom has one: {key} is for an intercom of contacts");
        }

        if (book.Resolve(node) is not var (point, kind))
        {
            return null;
        }

        if (kind is not SerialIntercomPoints || !SerialIntercomPoints.IsName(point.Point))
        {
            findings.Error(node, $"expected a panel of a serial intercom, written as \"device.panel\", found {node.Shown} of {kind.Name}");
            return null;
        }

        return book.Take(point, $"the station of {name}", node) ? point : null;
    }

    private PointId? Contacts(string name, Section section)
    {
        if (section.Find("call") is null && section.Find("buttons") is null)
        {
            findings.Error(section.Node, "expected station (a panel of a serial intercom), or call or buttons (contacts that follow the bell), found none of them");
            return null;
        }

        if (contacts.Read(name, section) is not var (device, definition))
        {
            return null;
        }

        definitions.Add((device, definition));
        return new PointId(device, name);
    }

    private Dictionary<string, string> ReadUnits(Section section)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        if (section.Find("units") is not { } node)
        {
            return units;
        }

        if (node is not SiteNode.Object map)
        {
            findings.Expected(node, "an object with the register's unit for each number of the intercom");
            return units;
        }

        foreach (var pair in map.Properties)
        {
            if (!SerialIntercomPoints.IsName(pair.Name) || pair.Value is not SiteNode.Text { Value.Length: > 0 and <= 64 } unit)
            {
                findings.Expected(pair.Value, "a number of the intercom and the register's unit, such as \"1203\": \"12-03\"");
            }
            else if (units.ContainsValue(unit.Value))
            {
                findings.Error(pair.Value, $"the unit {pair.Value.Shown} has another number already");
            }
            else
            {
                units.Add(pair.Name, unit.Value);
            }
        }

        return units;
    }
}
