using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The contacts of one intercom, all of them on one device: what is told of them in one poll is told in an order that makes sense.</summary>
internal sealed class IntercomContacts(PointBook book, Findings findings)
{
    private static readonly InputPoint Bell = new(PointUse.Any, "the bell contact", "ringing", "silent");
    private static readonly InputPoint Hook = new(PointUse.Any, "the hook contact", "lifted", "resting");
    private static readonly InputPoint Unlock = new(PointUse.Any, "the unlock key", "pressed", "released");
    private static readonly InputPoint Fault = new(PointUse.Any, "the fault contact", "fault", "normal");

    /// <summary>Null when something is wrong; what, has been said.</summary>
    public (DeviceId Device, ContactIntercomDefinition Definition)? Read(string name, Section section)
    {
        var taken = new List<(PointId Point, SiteNode Node)>();
        var definition = new ContactIntercomDefinition(name, ReadSets(name, section, taken))
        {
            Tamper = Take(InputPoint.Tamper, section.Find("tamper"), name, taken),
            Fault = Take(Fault, section.Find("fault"), name, taken),
            Stretch = section.Duration("stretch", TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)),
            RingTime = section.Duration("ringTime", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)),
        };
        return definition.Sets.All(set => set.Call is null) || Apart(name, taken) ? null : (taken[0].Point.Device, definition);
    }

    // Taken in the order in which they are told: the bells before the keys, and the keys before a handset goes down.
    private IReadOnlyList<ContactSet> ReadSets(string name, Section section, List<(PointId Point, SiteNode Node)> taken)
    {
        var sets = Sections(section).ToList();
        string?[] All(InputPoint input, string key) => [.. sets.Select(set => Take(input, set.Section.Find(key), name, taken))];
        var (bells, keys, hooks) = (All(Bell, "call"), All(Unlock, "unlock"), All(Hook, "hook"));
        return [.. sets.Select((set, at) => new ContactSet(set.Unit) { Call = bells[at], Unlock = keys[at], Hook = hooks[at] }).Where(set => set.Points.Any())];
    }

    private string? Take(InputPoint input, SiteNode? node, string name, List<(PointId Point, SiteNode Node)> taken)
    {
        if (node is null || input.Read(node, name, book, findings) is not { } point)
        {
            return null;
        }

        taken.Add((point, node));
        return point.Point;
    }

    private IEnumerable<(string? Unit, Section Section)> Sections(Section section)
    {
        yield return (null, section);
        if (section.Find("buttons") is not { } buttons)
        {
            yield break;
        }

        if (buttons is not SiteNode.Object { Properties.Count: > 0 } units)
        {
            findings.Expected(buttons, "an object with the contacts of each unit that has its own");
            yield break;
        }

        foreach (var unit in units.Properties)
        {
            if (!SerialIntercomPoints.IsName(unit.Name))
            {
                findings.Error(unit.Value, $"expected the number of a unit, found \"{Printable.Of(unit.Name, 40)}\"");
            }
            else if (Section.Open(unit.Value, SiteShapes.IntercomButton, findings) is { } own)
            {
                if (own.Find("call") is null)
                {
                    findings.Error(unit.Value, "expected call, the contact that follows the bell of this unit");
                }

                yield return (unit.Name, own);
            }
        }
    }

    private bool Apart(string name, List<(PointId Point, SiteNode Node)> taken)
    {
        foreach (var (point, node) in taken.Where(each => each.Point.Device != taken[0].Point.Device))
        {
            findings.Error(node, $"the contacts of {name} are on {taken[0].Point.Device}, and {point} is not; all contacts of an intercom go to one device");
            return true;
        }

        return false;
    }
}
