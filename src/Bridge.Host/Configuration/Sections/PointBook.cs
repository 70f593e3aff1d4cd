using Bridge.Devices;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Which device point is used for what. A point stands for one thing: two doors on one output would open together.</summary>
internal sealed class PointBook(IReadOnlyDictionary<string, DeviceEntry> devices, Findings findings)
{
    private readonly Dictionary<PointId, string> uses = [];
    private readonly Dictionary<DeviceId, List<PointDefinition>> points = [];

    /// <summary>Finds "device.point". Null when the device is not known, or its kind is not: what can be said about that has been said.</summary>
    public (PointId Point, IDevicePoints Kind)? Resolve(SiteNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not SiteNode.Text { Value: var text } || text.IndexOf('.', StringComparison.Ordinal) is var dot && (dot < 1 || dot == text.Length - 1))
        {
            findings.Expected(node, "a point written as \"device.point\"");
            return null;
        }

        var device = text[..dot];
        if (devices.TryGetValue(device, out var entry))
        {
            return entry.Points is null ? null : (new PointId(entry.Device, text[(dot + 1)..]), entry.Points);
        }

        if (!findings.Doubts("$.devices"))
        {
            findings.Error(node, $"there is no device \"{Printable.Of(device, 40)}\" under devices, {NearestName.Advice(device, [.. devices.Keys])}");
        }

        return null;
    }

    /// <summary>Notes a use; false, and an error, when the point is used already.</summary>
    public bool Take(PointId point, string use, SiteNode node, PointDefinition? definition = null)
    {
        if (!uses.TryAdd(point, use))
        {
            findings.Error(node, $"{point} is {uses[point]} already, and a point can stand for one thing only");
            return false;
        }

        if (!points.TryGetValue(point.Device, out var definitions))
        {
            points.Add(point.Device, definitions = []);
        }

        definitions.Add(definition ?? new PointDefinition(point.Point, Inverted: false, Debounce: null));
        return true;
    }

    public bool IsTaken(PointId point) => uses.ContainsKey(point);

    public IReadOnlyList<PointDefinition> PointsOf(DeviceId device) => points.TryGetValue(device, out var used) ? used : [];

    public void Unknown(SiteNode node, PointId point, IDevicePoints kind, string what, IReadOnlyCollection<string> known)
    {
        var other = kind.PointNames.Contains(point.Point) ? $"{point.Point} is something else in its profile" : NearestName.Advice(point.Point, known);
        findings.Error(node, $"expected {what} of {point.Device} ({kind.Name}), found {node.Shown}; {other}");
    }
}
