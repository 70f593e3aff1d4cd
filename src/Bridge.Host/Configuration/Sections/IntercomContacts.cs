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
        // Taken in the order in which they are told: the bell before the key, and the key before the handset goes down.
        var taken = new List<(PointId Point, SiteNode Node)>();
        var calls = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (unit, node) in Bells(section))
        {
            if (Take(Bell, node, name, taken) is { } bell)
            {
                calls[bell] = unit;
            }
        }

        var definition = new ContactIntercomDefinition(name, calls)
        {
            Unlock = Take(Unlock, section.Find("unlock"), name, taken),
            Hook = Take(Hook, section.Find("hook"), name, taken),
            Tamper = Take(InputPoint.Tamper, section.Find("tamper"), name, taken),
            Fault = Take(Fault, section.Find("fault"), name, taken),
            Stretch = section.Duration("stretch", TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)),
            RingTime = section.Duration("ringTime", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)),
        };
        return calls.Count == 0 || Apart(name, taken) ? null : (taken[0].Point.Device, definition);
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

    private IEnumerable<(string? Unit, SiteNode Node)> Bells(Section section)
    {
        if (section.Find("call") is { } call)
        {
            yield return (null, call);
        }

        if (section.Find("bells") is not { } bells)
        {
            yield break;
        }

        if (bells is not SiteNode.Object { Properties.Count: > 0 } units)
        {
            findings.Expected(bells, "an object with the bell contact of each unit that has one");
            yield break;
        }

        foreach (var unit in units.Properties)
        {
            if (SerialIntercomPoints.IsName(unit.Name))
            {
                yield return (unit.Name, unit.Value);
            }
            else
            {
                findings.Error(unit.Value, $"expected the number of a unit, found \"{Printable.Of(unit.Name, 40)}\"");
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
