using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The doors: what they are called, which points they use and how long things may take.</summary>
internal sealed class DoorsSection(PointBook book, Findings findings)
{
    public List<DoorRules> Rules { get; } = [];

    public List<DoorWiring> Wiring { get; } = [];

    /// <summary>The names in the file, also of doors that are wrong otherwise: a reference to those is not an error of its own.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The doors inside the building: behind another one that is shut.</summary>
    public HashSet<DoorId> Interior { get; } = [];

    public void Read(Section site, ReadersSection readers)
    {
        var value = site.Require("doors", "the doors of the building");
        foreach (var property in Identifiers.Named(value, "door", findings))
        {
            Names.Add(property.Name);
            if (Section.Open(property.Value, SiteShapes.Door, findings) is { } section)
            {
                ReadDoor(property.Name, section);
                readers.Read(property.Name, section);
            }
        }

        if (value is SiteNode.Object { Properties.Count: 0 })
        {
            findings.Error(value, "expected at least one door, found none");
        }
    }

    private void ReadDoor(string name, Section section)
    {
        var times = DoorTimes.Read(section);
        var output = LockOutput.Read(section, times, name, book);
        var contact = InputPoint.Contact.Read(section.Find("contact"), name, book, findings);
        var lockSensor = InputPoint.LockSensor.Read(section.Find("lockSensor"), name, book, findings);
        var wiring = new DoorWiring(
            new DoorId(name),
            ReadName(name, section),
            output ?? default,
            lockSensor,
            contact,
            InputPoint.RequestToExit.Read(section.Find("requestToExit"), name, book, findings),
            InputPoint.Tamper.Read(section.Find("tamper"), name, book, findings));
        Rules.Add(times.ToRules(wiring.Door, contact is not null, lockSensor is not null, section.Flag("fireRelease", true)) with { HasTamper = wiring.Tamper is not null });
        Wiring.Add(wiring);
        if (section.Flag("interior", false))
        {
            Interior.Add(wiring.Door);
        }

        if (section.Find("contact") is null)
        {
            findings.Warning(section.Node, "the door has no contact, so it is not monitored: nobody learns that it was forced or left open");
        }
    }

    private DoorName ReadName(string name, Section section)
    {
        if (section.Find("name") is not { } value || Section.Open(value, SiteShapes.DoorName, findings) is not { } names)
        {
            return new DoorName(name, name);
        }

        var chinese = names.Text("zh", "the door's Chinese name");
        var english = names.Text("en", "the door's English name");
        return new DoorName(chinese ?? english ?? name, english ?? chinese ?? name);
    }
}
